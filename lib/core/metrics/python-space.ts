/** What Python's `str.strip` and `str.split` take for white space: White_Space and four control characters. */
const spaceRun = /[\p{White_Space}\x1c-\x1f]+/gu;
const outerSpace = /^[\p{White_Space}\x1c-\x1f]+|[\p{White_Space}\x1c-\x1f]+$/gu;
/** Printable ASCII without doubled or outer spaces. */
const plain = /^[!-~]+(?: [!-~]+)*$/;

/** `" ".join(text.split())`, as the reference implementations have it. */
export const foldSpace = (text: string): string =>
  plain.test(text) ? text : text.replace(spaceRun, ' ').replace(/^ | $/g, '');

/** `text.strip()`. */
export const stripSpace = (text: string): string => (plain.test(text) ? text : text.replace(outerSpace, ''));
