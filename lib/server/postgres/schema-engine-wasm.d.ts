/** The part of the package's glue module that `migrate.ts` uses; it ships no types for it. */
declare module '@prisma/schema-engine-wasm/schema_engine_bg' {
  export function __wbg_set_wasm(exports: WebAssembly.Exports): void;
  export const SchemaEngine: {
    new: (
      options: { datamodels: readonly (readonly [string, string])[] },
      log: (line: string) => void,
      adapter: unknown,
    ) => Promise<{
      applyMigrations: (input: object) => Promise<{ appliedMigrationNames: string[] }>;
    }>;
  };
}
