/**
 * Usage: node scripts/bootstrap.mjs NAME [arguments]
 *
 * Makes a bare clone ready, then runs scripts/NAME.ts, or a tool of a package
 * ("tool vitest run"). Plain Node, no dependencies: it runs before there are
 * any. What is ready already is left as it is.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const oldestNode = [20, 19];

const readJson = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const say = (line) => process.stderr.write(`hundredfold: ${line}\n`);

function fail(line) {
  say(line);
  process.exit(1);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor, needMinor] = oldestNode;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  fail(`Node ${oldestNode.join('.')} or newer is needed, this is ${process.versions.node}. See https://nodejs.org.`);
}

/** npm writes its hidden lockfile last: what it lists is wholly there. */
function isInstalled() {
  if (!existsSync(path.join(root, 'node_modules/.package-lock.json'))) return false;
  const wanted = readJson('package-lock.json').packages;
  const present = readJson('node_modules/.package-lock.json').packages;
  return Object.entries(wanted).every(
    ([place, { version, optional }]) => place === '' || optional || present[place]?.version === version,
  );
}

function run(command, args, extraEnv = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    // Progress goes to standard error: standard output is the script's own.
    stdio: ['ignore', process.stderr, process.stderr],
    env: { ...process.env, ...extraEnv },
    shell: process.platform === 'win32',
  });
  if (error) fail(`${command} could not be started: ${error.message}`);
  if (status !== 0) fail(`"${command} ${args.join(' ')}" failed (exit ${status}). What it said is above.`);
}

function install() {
  if (isInstalled()) return;
  say('installing the packages of package-lock.json (npm ci)');
  run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts']);
}

/** The database client is generated code: made again when the schema or Prisma changed. */
function generateClient() {
  const marker = path.join(root, 'lib/server/db/generated/.made-from');
  const schemaFile = path.join(root, 'prisma/schema.prisma');
  const { version } = readJson('node_modules/prisma/package.json');
  const made = createHash('sha256').update(version).update(readFileSync(schemaFile)).digest('hex');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === made) return;
  say('generating the database client (prisma generate)');
  const cli = path.join(root, 'node_modules/prisma/build/index.js');
  // Any file that exists keeps it from downloading an engine, which `generate` never runs.
  run(process.execPath, [cli, 'generate'], { PRISMA_SCHEMA_ENGINE_BINARY: schemaFile, PRISMA_HIDE_UPDATE_MESSAGE: '1' });
  writeFileSync(marker, made);
}

/** Path of a package's command line program. */
function toolPath(name) {
  const packages = { tsc: 'typescript' };
  const require = createRequire(path.join(root, 'package.json'));
  const manifest = path.join(root, 'node_modules', packages[name] ?? name, 'package.json');
  const { bin } = require(manifest);
  return path.join(path.dirname(manifest), typeof bin === 'string' ? bin : bin[name]);
}

function runTool([name, ...args]) {
  const { status, signal } = spawnSync(process.execPath, [toolPath(name), ...args], { cwd: root, stdio: 'inherit' });
  process.exit(signal ? 1 : (status ?? 1));
}

const [name, ...args] = process.argv.slice(2);
if (!name) fail('Usage: node scripts/bootstrap.mjs NAME [arguments]');
checkNode();
process.chdir(root);
install();
generateClient();
if (name === 'tool') {
  runTool(args);
} else {
  const script = path.join(root, 'scripts', `${name}.ts`);
  if (!existsSync(script)) fail(`There is no scripts/${name}.ts.`);
  process.argv = [process.argv[0], script, ...args];
  // In this very process, so that Ctrl-C and exit codes need no passing on.
  await import(pathToFileURL(createRequire(path.join(root, 'package.json')).resolve('tsx')).href);
  await import(pathToFileURL(script).href);
}
