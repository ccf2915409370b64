import annotate from './annotate.json';
import app from './app.json';
import canvas from './canvas.json';
import commands from './commands.json';
import compare from './compare.json';
import documents from './documents.json';
import frame from './frame.json';
import home from './home.json';
import people from './people.json';
import prelabels from './prelabels.json';
import review from './review.json';
import rounds from './rounds.json';
import schema from './schema.json';
import selection from './selection.json';
import settings from './settings.json';
import ui from './ui.json';

/** English, the language that is always complete: one file for each room of `components/`, and one for `app/`. */
export const en = { annotate, app, canvas, commands, compare, documents, frame, home, people, prelabels, review, rounds, schema, selection, settings, ui };

export type Messages = typeof en;

declare module 'use-intl' {
  interface AppConfig {
    readonly Messages: Messages;
  }
}
