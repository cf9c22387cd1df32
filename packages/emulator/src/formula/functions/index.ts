import { FormulaError, unknownFunction } from '../formula-error.ts';
import type { FormulaFunction } from '../formula-function.ts';
import { operators } from '../operators.ts';
import { dateFunctions } from './date.ts';
import { logicalFunctions } from './logical.ts';
import { mathFunctions } from './math.ts';
import { recordFunctions } from './record.ts';
import { textFunctions } from './text.ts';

/** The subset of the formula language that is emulated; operators by their signs. */
const functions: ReadonlyMap<string, FormulaFunction> = new Map(
  Object.entries({
    ...operators,
    ...logicalFunctions,
    ...textFunctions,
    ...mathFunctions,
    ...dateFunctions,
    ...recordFunctions,
  }),
);

/** Functions of Salesforce's that are not. Source: Salesforce Help, Formula Operators and Functions A–Z. */
const NOT_EMULATED: ReadonlySet<string> = new Set([
  'ACOS',
  'ASCII',
  'ASIN',
  'ATAN',
  'ATAN2',
  'CHR',
  'COS',
  'CURRENCYRATE',
  'DAYOFYEAR',
  'DISTANCE',
  'FORMATDURATION',
  'FROMUNIXTIME',
  'GEOLOCATION',
  'GETRECORDIDS',
  'GETSESSIONID',
  'HOUR',
  'HTMLENCODE',
  'HYPERLINK',
  'IMAGE',
  'IMAGEPROXYURL',
  'INCLUDE',
  'INITCAP',
  'ISCLONE',
  'ISOWEEK',
  'ISOYEAR',
  'JSENCODE',
  'JSINHTMLENCODE',
  'JUNCTIONIDLIST',
  'LINKTO',
  'MILLISECOND',
  'MINUTE',
  'PARENTGROUPVAL',
  'PI',
  'PICKLISTCOUNT',
  'PREDICT',
  'PREVGROUPVAL',
  'REQUIRESCRIPT',
  'REVERSE',
  'SECOND',
  'SIN',
  'TAN',
  'TIMENOW',
  'TIMEVALUE',
  'TRUNC',
  'UNIXTIMESTAMP',
  'URLENCODE',
  'URLFOR',
  'VLOOKUP',
]);

/** @throws FormulaError naming the function */
export function formulaFunction(name: string): FormulaFunction {
  const known = functions.get(name);
  if (known) return known;
  if (NOT_EMULATED.has(name)) throw new FormulaError(`the formula function ${name} is not emulated`);
  throw unknownFunction(name);
}
