import type { CommandInfo } from './command-info';
import { spellKey } from './key';
import { scopeNames, scopes } from './scopes';

const cell = (text: string): string => text.replaceAll('|', String.raw`\|`);
const code = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

/** The commands and their own keys as Markdown, scope by scope. */
export function writeKeyTable(commands: readonly CommandInfo[]): string {
  const sections = scopeNames.map((scope) => {
    const rows = commands
      .filter((command) => command.scope === scope)
      .map(({ group, title, keys, isFixed }) => {
        const shown = keys.map((key) => code(cell(spellKey(key, false)))).join(' ');
        return `| ${group} | ${cell(title)} | ${shown || '–'} | ${isFixed ? 'fixed' : ''} |`;
      });
    return [`### ${scopes[scope].title}`, '', '| | | keys | |', '|---|---|---|---|', ...rows].join('\n');
  });
  return `${sections.join('\n\n')}\n`;
}
