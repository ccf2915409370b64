import app from './app.json';
import ui from './ui.json';

/** English, the language that is always complete: one file for each room of `components/`, and one for `app/`. */
export const en = { app, ui };

export type Messages = typeof en;

declare module 'use-intl' {
  interface AppConfig {
    readonly Messages: Messages;
  }
}
