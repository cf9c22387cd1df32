const TYPES: Readonly<Record<string, string>> = {
  snote: 'SNOTE',
  txt: 'TEXT',
  csv: 'CSV',
  html: 'HTML',
  pdf: 'PDF',
  png: 'PNG',
  jpg: 'JPG',
  jpeg: 'JPEG',
  gif: 'GIF',
  zip: 'ZIP',
  xml: 'XML',
  docx: 'WORD_X',
  xlsx: 'EXCEL_X',
  pptx: 'POWER_POINT_X',
};

/** `FileType` of a file extension; `UNKNOWN` where Salesforce knows none. Source: Object Reference, ContentVersion. */
export function toFileType(extension: string | null): string {
  return (extension !== null && TYPES[extension]) || 'UNKNOWN';
}
