/** A file or an argument that cannot be used as it is: exit code 2. */
export class UnusableInput extends Error {
  override readonly name = 'UnusableInput';
}
