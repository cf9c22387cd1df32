import type { From, Name } from './syntax-tree.ts';
import type { TokenReader } from './token-reader.ts';
import type { Token } from './token.ts';
import { isName } from './words.ts';

/** `FROM Account a USING SCOPE mine`. */
export function parseFrom(reader: TokenReader): From {
  reader.expect('FROM', isName);
  const object = takeName(reader);
  const alias = parseAlias(reader);
  let scope: Name | undefined;
  let lookup: Name | undefined;
  if (reader.accept('USING')) {
    do {
      const isScope = reader.at('SCOPE');
      if (!isScope && !reader.at('LOOKUP')) throw reader.unexpected();
      reader.take();
      const name = takeName(reader);
      if (isScope) scope = name;
      else lookup = name;
    } while (reader.accept(','));
  }
  const paths: { path: Name; alias: string | undefined }[] = [];
  while (reader.accept(',')) paths.push({ path: takeName(reader), alias: parseAlias(reader) });
  return { object, alias, paths, scope, lookup };
}

function parseAlias(reader: TokenReader): string | undefined {
  if (reader.accept('AS')) {
    return isName(reader.peek()) ? reader.take().text : undefined;
  }
  return isName(reader.peek()) && !beginsClause(reader) ? reader.take().text : undefined;
}

/** ORDER, GROUP and OFFSET may be aliases, and begin clauses. */
function beginsClause(reader: TokenReader): boolean {
  const next = reader.peek(1);
  switch (reader.peek().upper) {
    case 'ORDER':
    case 'GROUP':
      return next.upper === 'BY' || isName(next);
    case 'OFFSET':
      return next.kind === 'integer' || next.upper === '-' || next.upper === '+';
    case 'SET':
      return next.upper === 'OPTIONS';
    case 'ALL':
      return next.upper === 'ROWS';
    default:
      return false;
  }
}

function takeName(reader: TokenReader): Name {
  const token: Token = reader.peek();
  if (!isName(token)) throw reader.unexpected();
  reader.take();
  return { text: token.text, offset: token.offset };
}
