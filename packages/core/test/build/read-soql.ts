// The readers of the emulated org: written after Salesforce's grammar by other hands, they share nothing with the builders.
// oxlint-disable no-restricted-imports -- an org reads SOQL but does not offer its reader, and a second one would only agree with the builder
export { parseQuery as readSoql } from '../../../emulator/src/soql/grammar/parse-query.ts';
export { parseStringLiteral, stringValue } from '../../../emulator/src/soql/string-literal.ts';
export { parseSearch as readSosl } from '../../../emulator/src/sosl/parse-search.ts';
export { parseSearchExpression as readSearchText } from '../../../emulator/src/sosl/search-expression.ts';
