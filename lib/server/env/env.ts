import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/**
 * The only file that reads the environment (invariant 6). Each setting says
 * what it is; `docs/settings.md` is the same table for people.
 */
const bytes = (fallback: number) => z.coerce.number().int().positive().default(fallback);
const mebibyte = 1024 * 1024;
const databaseUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'an address like postgresql://user:password@host/database' });
const queueUrl = z.url({ protocol: /^(postgres(ql)?|rediss?)$/, error: 'an address like redis://host:6379' });
const appUrl = z.url({ protocol: /^https?$/, error: 'an address like https://labels.example.org' });
const authSecret = z.string().min(32, 'needs at least 32 characters');

const envSchema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
    /** Folder for everything that the workbench keeps. */
    DATA_DIR: z.string().default('.data'),
    DATABASE_URL: databaseUrl,
    /** Where BullMQ lives; the database where unset. */
    QUEUE_URL: queueUrl.optional(),
    STORAGE_URL: z
      .string()
      .regex(/^(file:|https?:\/\/)/, 'use file:FOLDER, or the address of the workbench on a GPU box (s3: is not supported yet)')
      .default('file:.data/storage'),
    /** What a worker on another machine shows to the web server; both sides need the same. */
    WORKER_TOKEN: z.string().min(32, 'needs at least 32 characters').optional(),
    /** Signs sessions; the supervisor makes one and keeps it in DATA_DIR. */
    AUTH_SECRET: authSecret,
    /** The address that people type. */
    APP_URL: appUrl,
    OIDC_ISSUER: z.url().optional(),
    OIDC_CLIENT_ID: z.string().min(1).optional(),
    OIDC_CLIENT_SECRET: z.string().min(1).optional(),
    OIDC_NAME: z.string().default('single sign-on'),
    LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
    /** Program and first arguments of the trainer, parted by spaces; what `npm run trainer:install` made unless set. */
    TRAINER_COMMAND: z.string().trim().min(1).optional(),
    /** Folder of models that the trainer looks in before the model hub. */
    TRAINER_MODELS: z.string().min(1).optional(),
    /** How long a trainer that was asked to stop may take for its step and its state before it is killed. */
    TRAINER_GRACE_SECONDS: z.coerce.number().int().min(1).max(86_400).default(600),
    /** The dashboard of a Ray cluster that rounds may run on. */
    RAY_ADDRESS: z.url({ protocol: /^https?$/, error: "an address like http://head:8265, of the cluster's dashboard" }).optional(),
    /** The cluster's own token, where it wants one. */
    RAY_AUTH_TOKEN: z.string().min(1).optional(),
    /** Folder that this worker and every node of the cluster see under the same path. */
    RAY_RUN_DIR: z.string().startsWith('/', 'an absolute path, the same on this machine and on every node').optional(),
    /** Starts the trainer on the nodes. */
    RAY_TRAINER_COMMAND: z.string().trim().min(1).default('python -m hundredfold_trainer'),
    /** Variables of the jobs, as NAME=VALUE, parted by spaces. */
    RAY_JOB_ENV: z.string().regex(/^\s*(\w+=\S*\s*)*$/, 'NAME=VALUE, parted by spaces').default(''),
    /** Training states up to this size are sent home, so that another box can go on; 0 for none. */
    STATE_HOME_MAX_BYTES: z.coerce.number().int().nonnegative().default(8 * 1024 * mebibyte),
    /** Checkpoints that a GPU worker keeps at hand take so much of its disk. */
    CHECKPOINT_CACHE_MAX_BYTES: z.coerce.number().int().nonnegative().default(40 * 1024 * mebibyte),
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
    /** Failed sign-ins of one account in 15 minutes; five times as many for one network address. */
    SIGN_IN_MAX_TRIES: z.coerce.number().int().positive().default(10),
    /** Made by the supervisor at each start, so that it knows its own web server. */
    INSTANCE_ID: z.string().default(''),
    /** One-time links per role on the sign-in page's terminal output; demo only. */
    DEMO: z.enum(['0', '1']).default('0'),
  })
  .refine((env) => env.STORAGE_URL.startsWith('file:') || env.WORKER_TOKEN !== undefined, {
    message: 'needed where STORAGE_URL is the address of the workbench',
    path: ['WORKER_TOKEN'],
  })
  .refine((env) => env.RAY_ADDRESS === undefined || env.RAY_RUN_DIR !== undefined, {
    message: 'needed with RAY_ADDRESS',
    path: ['RAY_RUN_DIR'],
  })
  .refine((env) => !env.OIDC_ISSUER || (env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET), {
    message: 'OIDC_ISSUER also needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET',
    path: ['OIDC_CLIENT_ID'],
  });
export type Env = Readonly<z.infer<typeof envSchema>>;

/** What the supervisor is told; it makes up the rest. */
const supervisorSchema = z.object({
  DATA_DIR: z.string().default('.data'),
  /** A server of one's own instead of the one that comes along. */
  DATABASE_URL: databaseUrl.optional(),
  QUEUE_URL: queueUrl.optional(),
  AUTH_SECRET: authSecret.optional(),
  APP_URL: appUrl.optional(),
  /** Where the web server listens: this machine only, unless set. */
  HOST: z.string().default('127.0.0.1'),
  /** 3000, or any free port where that is taken, unless set. */
  PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  STORAGE_URL: z.string().optional(),
  WORKER_TOKEN: z.string().optional(),
});
export type SupervisorSettings = Readonly<z.infer<typeof supervisorSchema>>;

type Variables = Readonly<Record<string, string | undefined>>;

function parseVariables<Schema extends z.ZodType>(schema: Schema, variables: Variables): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(
    ({ path: place, message }) => `  ${place.join('.')}: ${given[String(place[0])] === undefined ? 'is not set; ' : ''}${message}`,
  );
  throw new Error(`Settings that need attention:\n${lines.join('\n')}\nSee docs/settings.md.`);
}

/**
 * Reads settings from the variables given.
 * @throws Error that names each setting at fault and what it wants.
 */
export const parseEnv = (variables: Variables): Env => parseVariables(envSchema, variables);

let cached: Env | undefined;

/** The settings of this process, checked at first use. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** What the supervisor was told by the environment, a `.env` file and `overrides`, in rising order. */
export function readSupervisorSettings(overrides: Variables = {}): SupervisorSettings {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return parseVariables(supervisorSchema, { ...process.env, ...overrides });
}

/**
 * For the process that makes up settings itself (the supervisor): takes them as
 * this process's own. @returns the variables for its children.
 * @throws Error as `parseEnv` does.
 */
export function adoptSettings(settings: Variables): Readonly<Record<string, string>> {
  const variables = { ...process.env, ...settings };
  cached = parseEnv(variables);
  return Object.fromEntries(Object.entries(variables).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** Absolute path of a file or folder below DATA_DIR. */
export const dataPath = (...segments: readonly string[]): string =>
  path.resolve(env().DATA_DIR, ...segments);
