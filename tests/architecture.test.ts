import { describe, expect, it } from 'vitest';
import { type SourceFile, findCycles, readSources } from './architecture/source-files';

/** Lines of a file: a warning above the first, an error above the second. */
const size = { warning: 300, error: 400, median: 80 } as const;

const files = readSources();
const isTestOrBench = (path: string): boolean => /^(tests|bench)\//.test(path);
const house = files.filter(({ path }) => !isTestOrBench(path));

/** Who may import whom: `core <- jobs <- server <- {app, workers}`, `{core, messages} <- components <- app`. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  'lib/core': [],
  'lib/jobs': ['lib/core'],
  'lib/demo': ['lib/core'],
  'lib/server': ['lib/core', 'lib/jobs'],
  messages: [],
  components: ['lib/core', 'messages'],
  app: ['lib/core', 'lib/jobs', 'lib/server', 'components', 'messages'],
  workers: ['lib/core', 'lib/jobs', 'lib/server'],
  scripts: ['lib/core', 'lib/jobs', 'lib/demo', 'lib/server', 'workers'],
};

const roomOf = (path: string): string | undefined => Object.keys(rooms).find((room) => path.startsWith(`${room}/`));

/** One line per import that `isForbidden` names. */
function listImports(from: readonly SourceFile[], isForbidden: (file: SourceFile, imported: string) => boolean): string[] {
  return from.flatMap((file) =>
    file.imports.filter((imported) => isForbidden(file, imported)).map((imported) => `${file.path} imports ${imported}`),
  );
}

const listUses = (from: readonly SourceFile[], pattern: RegExp): string[] =>
  from.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

describe('the rooms of the house', () => {
  it('hold every file of code', () => {
    expect(house.map(({ path }) => path).filter((path) => roomOf(path) === undefined)).toEqual([]);
  });

  it('import only in the direction of the map', () => {
    const wrong = listImports(house, (file, imported) => {
      const own = roomOf(file.path);
      const other = roomOf(imported);
      return own !== undefined && other !== undefined && other !== own && !(rooms[own] ?? []).includes(other);
    });
    expect(wrong).toEqual([]);
  });

  it('import nothing from tests or benches', () => {
    expect(listImports(house, (_file, imported) => isTestOrBench(imported))).toEqual([]);
  });

  it('have no circle of imports', () => {
    expect(findCycles(house)).toEqual([]);
  });
});

describe('the pure heart', () => {
  const core = house.filter(({ path }) => path.startsWith('lib/core/'));

  it('knows no framework, no file and no network', () => {
    const foreign = /^(node:|next|react|@prisma|@mantine|bullmq|pg$|pino|sharp|tesseract|server-only)/;
    expect(listImports(core, (_file, imported) => foreign.test(imported))).toEqual([]);
  });

  it('takes time and chance as arguments', () => {
    expect(listUses(core, /\bMath\.random\(|\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bcrypto\./)).toEqual([]);
  });
});

describe('the edges', () => {
  it('read the environment in one file', () => {
    const readers = listUses(house, /\bprocess\.env\b/).filter((path) => !path.startsWith('scripts/'));
    expect(readers).toEqual(['lib/server/env/env.ts']);
  });

  it('construct a worker of the queue only in workers/', () => {
    const makers = listUses(house, /\bnew (\w+\.)?Worker\(|\bopenWorker\(/);
    expect(makers.filter((path) => !path.startsWith('workers/') && path !== 'lib/server/queue/backend.ts')).toEqual([]);
  });

  it('write to the log and not to the console', () => {
    expect(listUses(house, /\bconsole\.(log|error|warn|info|debug)\(/).filter((path) => !path.startsWith('scripts/'))).toEqual([]);
  });
});

describe('the budget of sizes', () => {
  it(`has no file over ${size.error} lines`, () => {
    expect(files.filter(({ lines }) => lines > size.error).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  it(`has a median below ${size.median} lines`, () => {
    const sorted = house.map(({ lines }) => lines).toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(size.median);
  });
});

describe('the house style', () => {
  it('names files in kebab-case and components in PascalCase', () => {
    const names = house
      .filter(({ path }) => !path.startsWith('app/'))
      .map(({ path }) => path)
      .filter((path) => !/\/([a-z0-9]+(-[a-z0-9]+)*\.(ts|mjs)|[A-Z][A-Za-z0-9]*\.tsx|[a-z0-9]+(-[a-z0-9]+)*\.tsx)$/.test(path));
    expect(names).toEqual([]);
  });

  it('has no utils, helpers or misc', () => {
    expect(files.map(({ path }) => path).filter((path) => /(^|[/-])(utils?|helpers?|misc)([./-]|$)/.test(path))).toEqual([]);
  });

  it('skips no test and repeats none until it passes', () => {
    const tests = files.filter(({ path }) => path.endsWith('.test.ts') && path !== 'tests/architecture.test.ts');
    expect(listUses(tests, /\b(it|test|describe)\.(only|todo|fails)\b|\bretry:/)).toEqual([]);
  });

  it('keeps the compiler awake', () => {
    const others = files.filter(({ path }) => path !== 'tests/architecture.test.ts');
    expect(listUses(others, /@ts-(ignore|expect-error|nocheck)/)).toEqual([]);
  });
});
