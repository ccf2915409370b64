import { IntlMessageFormat } from 'intl-messageformat';

type Ast = ReturnType<InstanceType<typeof IntlMessageFormat>['getAst']>;

/** The names in a parsed message: its values, the branches' values and its tags. */
function namesIn(ast: Ast): readonly string[] {
  return ast.flatMap((element) => {
    const own = 'value' in element && element.type !== 0 ? [element.value] : [];
    const branches = 'options' in element ? Object.values(element.options).flatMap(({ value }) => namesIn(value)) : [];
    return [...own, ...branches, ...('children' in element ? namesIn(element.children) : [])];
  });
}

/**
 * What a message asks to be given: `{name}` and `<tag>`.
 * @throws SyntaxError where it is not in ICU's syntax
 */
export const namesOf = (message: string): ReadonlySet<string> => new Set(namesIn(new IntlMessageFormat(message, 'en').getAst()));

type Messages = { readonly [name: string]: string | Messages };

/** Every message by its key: "frame.rail.signOut". */
export const flatten = (messages: Messages, way = ''): readonly (readonly [string, string])[] =>
  Object.entries(messages).flatMap(([name, value]) => {
    const key = way === '' ? name : `${way}.${name}`;
    return typeof value === 'string' ? [[key, value] as const] : flatten(value, key);
  });
