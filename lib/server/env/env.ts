import path from 'node:path';
import { z } from 'zod';

/**
 * The only file that reads the environment (invariant 6). Each setting says
 * what it is; `docs/settings.md` is the same table for people.
 */
const bytes = (fallback: number) => z.coerce.number().int().positive().default(fallback);
const mebibyte = 1024 * 1024;

const envSchema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
    /** Folder for everything that the workbench keeps. */
    DATA_DIR: z.string().default('.data'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    /** Where BullMQ lives; the database where unset. */
    QUEUE_URL: z.url({ protocol: /^(postgres(ql)?|rediss?)$/ }).optional(),
    STORAGE_URL: z.string().regex(/^file:/, 'use file:FOLDER (s3: is not supported yet)').default('file:.data/storage'),
    /** Signs sessions; the supervisor makes one and keeps it in DATA_DIR. */
    AUTH_SECRET: z.string().min(32, 'needs at least 32 characters'),
    /** The address that people type. */
    APP_URL: z.url({ protocol: /^https?$/ }),
    OIDC_ISSUER: z.url().optional(),
    OIDC_CLIENT_ID: z.string().min(1).optional(),
    OIDC_CLIENT_SECRET: z.string().min(1).optional(),
    OIDC_NAME: z.string().default('single sign-on'),
    LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
    /** OCR workers at a time; as many as cores where unset. */
    OCR_CONCURRENCY: z.coerce.number().int().min(1).max(64).optional(),
    IMPORT_MAX_FILE_BYTES: bytes(200 * mebibyte),
    IMPORT_MAX_PAGES: z.coerce.number().int().positive().default(300),
    /** Longest side of a page image in pixels. */
    IMPORT_MAX_SIDE_PX: z.coerce.number().int().positive().default(20_000),
    /** Pixels of one page image, width × height. */
    IMPORT_MAX_PIXELS: z.coerce.number().int().positive().default(120_000_000),
    IMPORT_MAX_UNPACKED_BYTES: bytes(2048 * mebibyte),
    IMPORT_MAX_ARCHIVE_FILES: z.coerce.number().int().positive().default(10_000),
    IMPORT_PDF_DPI: z.coerce.number().int().min(72).max(600).default(150),
    /** Failed sign-ins for one address or account in 15 minutes. */
    SIGN_IN_MAX_TRIES: z.coerce.number().int().positive().default(10),
    /** One-time links per role on the sign-in page's terminal output; demo only. */
    DEMO: z.enum(['0', '1']).default('0'),
  })
  .refine((env) => !env.OIDC_ISSUER || (env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET), {
    message: 'OIDC_ISSUER also needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET',
    path: ['OIDC_CLIENT_ID'],
  });
export type Env = Readonly<z.infer<typeof envSchema>>;

/**
 * Reads settings from the variables given.
 * @throws Error that names each setting at fault and what it wants.
 */
export function parseEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = envSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`Settings that need attention:\n${lines.join('\n')}\nSee docs/settings.md.`);
}

let cached: Env | undefined;

/** The settings of this process, checked at first use. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** Absolute path of a file or folder below DATA_DIR. */
export const dataPath = (...segments: readonly string[]): string =>
  path.resolve(env().DATA_DIR, ...segments);
