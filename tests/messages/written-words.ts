import { type Node, type ParsedFile, childrenOf, isType, outcomesOf, writtenText } from './syntax';

/** Properties that are read, by eye or aloud. */
const properties = new Set([
  'aria-label', 'aria-valuetext', 'confirm', 'description', 'detail', 'explanation', 'hint', 'label', 'legend', 'meaning', 'message',
  'placeholder', 'title', 'tooltip', 'whyNot',
]);
const attributes = new Set([...properties, 'alt', 'aria-description', 'error', 'nothingFound', 'summary', 'thumbLabel']);

/** The same in every language. */
const names = new Set(['Hundredfold']);

const isWords = (text: string): boolean => /\p{L}/u.test(text) && !names.has(text.trim());

const nameOf = (node: Node): string | null => {
  if (node.type === 'JSXAttribute') return node.name.type === 'JSXIdentifier' ? node.name.name : null;
  if (node.type !== 'Property' || node.computed) return null;
  if (node.key.type === 'Identifier') return node.key.name;
  return node.key.type === 'Literal' ? String(node.key.value) : null;
};

/** What a node shows: the content of an element, or the value of an attribute or property that is read. */
function shownBy(node: Node): readonly Node[] {
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
    return node.children.flatMap((child) => (child.type === 'JSXExpressionContainer' ? outcomesOf(child.expression) : [child]));
  }
  const name = nameOf(node);
  if (name === null) return [];
  if (node.type === 'Property') return properties.has(name) ? outcomesOf(node.value) : [];
  if (node.type !== 'JSXAttribute' || !node.value || !attributes.has(name)) return [];
  return node.value.type === 'JSXExpressionContainer' ? outcomesOf(node.value.expression) : [node.value];
}

/** Words that stand in a component instead of in the message files, one line each. */
export function findWrittenWords({ path, program, lineOf }: ParsedFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (isType(node)) return;
    for (const shown of shownBy(node)) {
      const text = shown.type === 'JSXText' ? shown.value : writtenText(shown);
      if (text !== null && isWords(text)) found.push(`${path}:${lineOf(shown)} ${text.trim().replaceAll(/\s+/g, ' ')}`);
    }
    for (const child of childrenOf(node)) visit(child);
  };
  visit(program);
  return found;
}
