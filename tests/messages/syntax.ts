import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type ESTree, parseSync } from 'vite';

export type Node = ESTree.Node;

export interface ParsedFile {
  readonly path: string;
  readonly program: ESTree.Program;
  readonly lineOf: (node: Node) => number;
}

const rooms = ['app', 'components'];

/** Every file of the rooms that draw, as a tree. */
export function parseRooms(): readonly ParsedFile[] {
  return rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => {
        const place = path.posix.join(room, file.replaceAll(path.sep, '/'));
        const text = readFileSync(place, 'utf8');
        const { program, errors } = parseSync(place, text);
        if (errors.length > 0) throw new Error(`${place}: ${errors[0]?.message}`);
        return { path: place, program, lineOf: ({ start }) => text.slice(0, start).split('\n').length };
      }),
  );
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** The nodes right below a node. */
export const childrenOf = (node: Node): readonly Node[] =>
  Object.entries(node).flatMap(([key, value]) => (key === 'parent' ? [] : (Array.isArray(value) ? value : [value]).filter(isNode)));

/** Types say nothing on the screen. */
export const isType = ({ type }: Node): boolean => type.startsWith('TS') && !/^TS(As|Satisfies|NonNull)Expression$/.test(type);

/** A text that is written down: a string, or the parts of a template between its values. */
export function writtenText(node: Node): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  return node.type === 'TemplateLiteral' ? node.quasis.map(({ value }) => value.cooked ?? '').join(' ') : null;
}

/** The values that an expression can have, past conditions: `a ? b : c` has b and c; with those that a template takes in. */
export function outcomesOf(node: Node): readonly Node[] {
  if (node.type === 'TemplateLiteral') return [node, ...node.expressions.flatMap(outcomesOf)];
  if (node.type === 'ParenthesizedExpression' || node.type === 'TSAsExpression') return outcomesOf(node.expression);
  if (node.type === 'ConditionalExpression') return [...outcomesOf(node.consequent), ...outcomesOf(node.alternate)];
  if (node.type === 'LogicalExpression') return [...(node.operator === '&&' ? [] : outcomesOf(node.left)), ...outcomesOf(node.right)];
  return [node];
}
