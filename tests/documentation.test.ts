import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.dirname(import.meta.dirname);
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const documents = [
  'README.md',
  ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join('docs', file)),
];

const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found]) => found ?? '');

describe('the documentation', () => {
  it('describes every setting and no other', () => {
    const declared = matches(read('lib/server/env/env.ts'), /^ {2,4}([A-Z][A-Z_]+):/gm);
    const described = matches(read('docs/settings.md'), /^\| `([A-Z][A-Z_]+)` \|/gm);
    expect(described.toSorted()).toEqual([...new Set(declared)].toSorted());
  });

  it('links only to files that are there', () => {
    const broken = documents.flatMap((document) =>
      matches(read(document), /\]\((?!https?:)([^)#]+)/g)
        .filter((target) => !existsSync(path.resolve(root, path.dirname(document), target)))
        .map((target) => `${document}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('names only files and folders of the house that are there', () => {
    const missing = documents.flatMap((document) =>
      matches(read(document), /`((?:app|components|lib|workers|scripts|prisma|tests|bench|trainer|docs)\/[\w./-]*)`/g)
        .filter((file) => !existsSync(path.join(root, file)))
        .map((file) => `${document}: ${file}`),
    );
    expect(missing).toEqual([]);
  });

  it('names only commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    const unknown = documents.flatMap((document) =>
      matches(read(document), /npm run ([\w:-]+)/g)
        .filter((name) => !Object.hasOwn(scripts, name))
        .map((name) => `${document}: npm run ${name}`),
    );
    expect(unknown).toEqual([]);
  });
});
