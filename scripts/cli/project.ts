import { type Command, Option } from 'commander';
import { schemaPresets } from '@/lib/core/schema/presets';
import { asActor, type ProjectOptions } from './connect';
import { printJson, printLine, printTable } from './print';
import { readJsonFile } from './read-json-file';
import { UnusableInput } from './unusable-input';

interface CreateOptions extends ProjectOptions {
  readonly name?: string;
  readonly preset?: string;
  readonly schema?: string;
  readonly language: string;
  readonly withoutReview?: true;
}

async function schemaFrom({ schema, preset }: CreateOptions): Promise<unknown> {
  if (schema !== undefined) return readJsonFile(schema);
  const found = schemaPresets.find(({ id }) => id === preset);
  if (!found) throw new UnusableInput('Give the project a schema: --preset NAME or --schema FILE.');
  return found.schema;
}

async function create(id: string, options: CreateOptions): Promise<void> {
  const schema = await schemaFrom(options);
  const project = await asActor(options, async (actor) => {
    const { createProject } = await import('@/lib/server/use-cases/projects/create-project');
    return createProject(actor, {
      id,
      name: options.name ?? id,
      schema,
      ocrLanguage: options.language,
      reviewRequired: options.withoutReview !== true,
    });
  });
  if (options.json) printJson(project);
  else printLine(`Project ${project.id} was made.`);
}

async function list(options: ProjectOptions): Promise<void> {
  const projects = await asActor(options, async (actor) => {
    const { listMyProjects } = await import('@/lib/server/use-cases/projects/list-my-projects');
    return listMyProjects(actor, {});
  });
  if (options.json) printJson(projects);
  else printTable(['project', 'name'], projects.map(({ id, name }) => [id, name]));
}

export function addProjectCommands(program: Command): void {
  const project = program.command('project').description('make and list projects');
  project
    .command('create <id>')
    .description('make a project; its id stands in every address: small letters, digits and hyphens')
    .option('--name <name>', 'what people call it; the id unless given')
    .addOption(new Option('--preset <name>', 'a schema that comes along').choices(schemaPresets.map(({ id }) => id)))
    .addOption(new Option('--schema <file>', 'a JSON Schema in a file').conflicts('preset'))
    .option('--language <code>', 'of OCR', 'eng')
    .option('--without-review', 'labels are gold as soon as they are submitted')
    .option('--as <email>', 'act as this person; the first admin unless given')
    .option('--json', 'print JSON')
    .action(create);
  project
    .command('list')
    .description('list projects')
    .option('--as <email>', 'act as this person; the first admin unless given')
    .option('--json', 'print JSON')
    .action(list);
}
