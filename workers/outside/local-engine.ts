import { openOutsidePredictor } from './outside-predictor';
import { localRunFolder } from './run-folders';
import type { OutsideEngine } from './run-outside-attempt';
import { outsideSettings } from './settings';
import { trainOutside } from './train-outside';

/** The trainer as a process of this machine, with so many cards. */
export function localEngine(cards: number): OutsideEngine {
  const settings = outsideSettings(cards);
  return {
    folderOf: localRunFolder,
    train: (training) => trainOutside(training, settings),
    openPredictor: openOutsidePredictor,
  };
}
