interface OwnWork {
  readonly revision: number;
}

/**
 * Why a person cannot settle a document: they labelled it themselves. An
 * annotation that was opened and never saved is no work.
 */
export const ownWorkRefusal = (own: OwnWork | null): string | null =>
  own && own.revision > 0 ? 'You labelled this document yourself: somebody else settles it. You can still accept one side as it is.' : null;
