import { type Node, type ParsedFile, childrenOf, outcomesOf } from './syntax';

/** One call that shows a message. */
export interface MessageUse {
  readonly place: string;
  /** Fits the keys that it can show, from the room on: "rounds.states.*". */
  readonly keys: RegExp;
  /** Names of the values that it gives; null where they cannot be seen. */
  readonly values: readonly string[] | null;
}

/** A name in the code, and the part of the message files that it speaks from. */
type Scope = ReadonlyMap<string, string>;

const sources = new Set(['useTranslations', 'translator']);
/** What else a translator can be asked for. */
const forms = new Set(['rich', 'markup', 'has']);

const firstText = (nodes: readonly Node[]): string | null => {
  const [first] = nodes;
  return first?.type === 'Literal' && typeof first.value === 'string' ? first.value : null;
};

/** The part that `useTranslations('…')` or `translator('…')` speaks from. */
const partOfCall = (node: Node | null | undefined): string | null =>
  node?.type === 'CallExpression' && node.callee.type === 'Identifier' && sources.has(node.callee.name) ? firstText(node.arguments) : null;

/** The part of a type `Translate<'…'>`, or of a name for one. */
function partOfType(node: Node | null | undefined, aliases: Scope): string | null {
  if (node?.type === 'TSTypeAnnotation') return partOfType(node.typeAnnotation, aliases);
  if (node?.type !== 'TSTypeReference' || node.typeName.type !== 'Identifier') return null;
  const { name } = node.typeName;
  const [argument] = node.typeArguments?.params ?? [];
  if (name === 'Translate') return argument?.type === 'TSLiteralType' ? firstText([argument.literal]) : null;
  return aliases.get(name) ?? null;
}

/** Names that other files may use for a part: `export type DocumentWords = Translate<'documents.words'>`. */
export const findAliases = (files: readonly ParsedFile[]): Scope =>
  new Map(
    files.flatMap(({ program }) =>
      program.body.flatMap((statement) => {
        const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
        if (declared?.type !== 'TSTypeAliasDeclaration') return [];
        const part = partOfType(declared.typeAnnotation, new Map());
        return part === null ? [] : [[declared.id.name, part] as const];
      }),
    ),
  );

const bind = (target: Node, part: string | null): readonly (readonly [string, string])[] =>
  target.type === 'Identifier' && part !== null ? [[target.name, part]] : [];

/** What a function's arguments or a block's declarations name. */
function namedBy(node: Node, aliases: Scope): readonly (readonly [string, string])[] {
  if (node.type === 'BlockStatement' || node.type === 'Program') {
    return node.body.flatMap((statement) => {
      const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
      return declared?.type === 'VariableDeclaration' ? declared.declarations.flatMap(({ id, init }) => bind(id, partOfCall(init))) : [];
    });
  }
  if (!('params' in node) || !Array.isArray(node.params)) return [];
  return (node.params as readonly Node[]).flatMap((param) =>
    param.type === 'Identifier' ? bind(param, partOfType(param.typeAnnotation, aliases)) : [],
  );
}

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The keys that an expression can be; a part that is computed is one step of the way. */
function keyPattern(node: Node): string {
  if (node.type === 'Literal') return escape(String(node.value));
  if (node.type !== 'TemplateLiteral') return '[^.]+';
  return node.quasis.map(({ value }) => escape(value.cooked ?? '')).join('[^.]+');
}

function valuesOf(node: Node | undefined): readonly string[] | null {
  if (!node) return [];
  if (node.type !== 'ObjectExpression') return null;
  const names = node.properties.map((one) => (one.type === 'Property' && one.key.type === 'Identifier' ? one.key.name : null));
  return names.every((name) => name !== null) ? names : null;
}

/** The part that a call speaks from: `t(…)`, `t.rich(…)`, `translator('…')(…)`. */
function partOf(callee: Node, scope: Scope): string | null {
  const isPlain = callee.type !== 'MemberExpression';
  if (!isPlain && !(callee.property.type === 'Identifier' && forms.has(callee.property.name))) return null;
  const spoken = isPlain ? callee : callee.object;
  return spoken.type === 'Identifier' ? (scope.get(spoken.name) ?? null) : partOfCall(spoken);
}

/** Every use of a message in a file. */
export function findUses({ path, program, lineOf }: ParsedFile, aliases: Scope): readonly MessageUse[] {
  const found: MessageUse[] = [];
  const visit = (node: Node, outer: Scope): void => {
    const scope = new Map([...outer, ...namedBy(node, aliases)]);
    if (node.type === 'CallExpression') {
      const part = partOf(node.callee, scope);
      const [key, values] = node.arguments;
      if (part !== null && key) {
        const outcomes = outcomesOf(key);
        const keys = outcomes.map((outcome) => `${escape(part)}\\.${keyPattern(outcome)}`);
        // A key out of a variable can be any of the part: the compiler knows which.
        const isKnown = outcomes.every(({ type }) => type === 'Literal' || type === 'TemplateLiteral');
        found.push({ place: `${path}:${lineOf(node)}`, keys: new RegExp(`^(${keys.join('|')})$`), values: isKnown ? valuesOf(values) : null });
      }
    }
    for (const child of childrenOf(node)) visit(child, scope);
  };
  visit(program, new Map());
  return found;
}
