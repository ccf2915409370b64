import { useTranslations } from 'use-intl';

interface Curve {
  readonly title: string;
  readonly data: readonly object[];
  /** Key of the axis, and the word for it. */
  readonly along: readonly [key: string, word: string];
  readonly series: readonly { readonly name: string; readonly label?: string | undefined }[];
  readonly round: (value: number) => string;
}

const read = (point: object | undefined, key: string): unknown => (point ? Reflect.get(point, key) : undefined);

/**
 * What a drawn curve says, for those who do not see it: where each line begins and ends.
 * The attribute is passed on by the chart library, though its types do not name it.
 */
export function useSpokenCurve() {
  const t = useTranslations('ui.spokenCurve');
  return ({ title, data, along: [key, along], series, round }: Curve): { readonly 'aria-label': string } => {
    const lines = series.flatMap(({ name, label = name }) => {
      const drawn = data.filter((point) => typeof read(point, name) === 'number');
      const [first, last] = [drawn[0], drawn.at(-1)];
      const valueOf = (point: object | undefined): string => round(Number(read(point, name)));
      const placeOf = (point: object | undefined): string => String(read(point, key));
      if (!first) return [];
      if (drawn.length === 1) return [t('point', { label, value: valueOf(first), along, at: placeOf(first) })];
      return [t('line', { label, first: valueOf(first), along, from: placeOf(first), last: valueOf(last), to: placeOf(last) })];
    });
    return { 'aria-label': [title, ...lines].join(', ') };
  };
}
