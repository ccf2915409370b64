import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPg } from '@prisma/adapter-pg';
import { runMigrations as runQueueMigrations } from 'bullmq';
import pg from 'pg';

/**
 * Prisma's migrations without Prisma's downloaded engine: the same schema
 * engine from the npm package `@prisma/schema-engine-wasm`. It fills
 * `_prisma_migrations` as the CLI does, so the CLI can be used as well.
 */
interface SchemaEngine {
  readonly applyMigrations: (input: object) => Promise<{ appliedMigrationNames: string[] }>;
}

const noFilters = { externalTables: [], externalEnums: [] };

/** The glue module holds one WebAssembly instance for the process: a second would corrupt the first. */
let glueLoading: ReturnType<typeof loadGlue> | undefined;

async function loadGlue() {
  const require = createRequire(import.meta.url);
  const folder = path.dirname(require.resolve('@prisma/schema-engine-wasm'));
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasm = await WebAssembly.instantiate(
    await readFile(path.join(folder, 'schema_engine_bg.wasm')),
    { './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports },
  );
  glue.__wbg_set_wasm(wasm.instance.exports);
  (wasm.instance.exports['__wbindgen_start'] as () => void)();
  return glue;
}

/** Runs `work` with a schema engine; its session, and with it the migration lock, ends with it. */
async function withSchemaEngine<T>(
  databaseUrl: string,
  schemaPath: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const glue = await (glueLoading ??= loadGlue());
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  pool.on('error', () => undefined);
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool, { schema: 'public' }));
    const datamodel = await readFile(schemaPath, 'utf8');
    const engine = await glue.SchemaEngine.new({ datamodels: [[schemaPath, datamodel]] }, () => undefined, adapter);
    return await work(engine);
  } finally {
    await pool.end();
  }
}

async function readMigrations(directory: string) {
  const names = (await readdir(directory, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    names.map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: await readFile(path.join(directory, name, 'migration.sql'), 'utf8') },
      },
    })),
  );
}

/**
 * Brings the database to this version: our tables and BullMQ's, both idempotent.
 * @returns names of our migrations that were applied now.
 */
export async function migrateDatabase(databaseUrl: string, root = process.cwd()): Promise<readonly string[]> {
  const directory = path.join(root, 'prisma', 'migrations');
  const migrationDirectories = await readMigrations(directory);
  return withSchemaEngine(databaseUrl, path.join(root, 'prisma', 'schema.prisma'), async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir: directory,
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
        shadowDbInitScript: '',
        migrationDirectories,
      },
      filters: noFilters,
    });
    return appliedMigrationNames;
  });
}

/** Makes BullMQ's own schema (`bullmq`) where the queue lives in PostgreSQL. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  pool.on('error', () => undefined);
  try {
    await runQueueMigrations(pool);
  } finally {
    await pool.end();
  }
}
