/** A layout in source format: sections by heading, each with columns of `Field`, `!Required`, `~Readonly` or `-` for an empty place. */
export function layoutXml(sections: Readonly<Record<string, readonly (readonly string[])[]>>): string {
  const item = (written: string): string => {
    if (written === '-') return '<layoutItems><emptySpace>true</emptySpace></layoutItems>';
    const behavior = written.startsWith('!') ? 'Required' : written.startsWith('~') ? 'Readonly' : 'Edit';
    return `<layoutItems><behavior>${behavior}</behavior><field>${written.replace(/^[!~]/, '')}</field></layoutItems>`;
  };
  const written = Object.entries(sections).map(
    ([label, columns]) => `<layoutSections><customLabel>true</customLabel><detailHeading>true</detailHeading>
      <editHeading>true</editHeading><label>${label}</label>${columns
        .map((column) => `<layoutColumns>${column.map(item).join('')}</layoutColumns>`)
        .join('')}<style>${columns.length === 1 ? 'OneColumn' : 'TwoColumnsTopToBottom'}</style></layoutSections>`,
  );
  return `<Layout xmlns="http://soap.sforce.com/2006/04/metadata">${written.join('')}</Layout>`;
}
