import { createRandom } from '../random';
import { defaultResamples, intervalSeed, percentileInterval, type Interval } from '../scoring/bootstrap';

/** Of one document: pairs of answers, and those of them that are equal. */
export interface EqualPairs {
  readonly equal: number;
  readonly all: number;
}

/**
 * 95 % interval of the share of equal pairs by the bootstrap over documents:
 * places of one document (its rows above all) rise and fall together, so a
 * document is drawn whole. Null for fewer than two documents with pairs: one
 * document says nothing of how far others differ from it.
 */
export function shareInterval(documents: readonly EqualPairs[]): Interval | null {
  const said = documents.filter(({ all }) => all > 0);
  if (said.length < 2) return null;
  const random = createRandom(intervalSeed);
  const shareOf = (drawn: (place: number) => EqualPairs | undefined): number => {
    let [equal, all] = [0, 0];
    for (let place = 0; place < said.length; place++) {
      const pairs = drawn(place);
      equal += pairs?.equal ?? 0;
      all += pairs?.all ?? 0;
    }
    return equal / all;
  };
  const shares = Array.from({ length: defaultResamples }, () => shareOf(() => said[random.int(said.length)]));
  return percentileInterval(shares, shareOf((place) => said[place]));
}
