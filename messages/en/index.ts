import app from './app.json';
import frame from './frame.json';
import home from './home.json';
import people from './people.json';
import rounds from './rounds.json';
import ui from './ui.json';

/** English, the language that is always complete: one file for each room of `components/`, and one for `app/`. */
export const en = { app, frame, home, people, rounds, ui };

export type Messages = typeof en;

declare module 'use-intl' {
  interface AppConfig {
    readonly Messages: Messages;
  }
}
