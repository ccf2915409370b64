/** Brightness and contrast of the page image, 1 as it is. The words and boxes over it keep theirs. */
export interface PageLight {
  readonly brightness: number;
  readonly contrast: number;
}

export const plainLight: PageLight = { brightness: 1, contrast: 1 };

export const filterOf = ({ brightness, contrast }: PageLight): string =>
  brightness === 1 && contrast === 1 ? '' : `brightness(${brightness}) contrast(${contrast})`;
