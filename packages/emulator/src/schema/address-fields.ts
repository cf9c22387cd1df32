import { decimal, picklist, readOnly, text, textArea } from './define-field.ts';
import type { FieldDefinition } from './object-definition.ts';

const ACCURACIES = [
  'Address',
  'NearAddress',
  'Block',
  'Street',
  'ExtendedZip',
  'Zip',
  'Neighborhood',
  'City',
  'County',
  'State',
  'Unknown',
];

/**
 * The nine fields of a compound address, e.g. `BillingStreet` … `BillingAddress`. The last is read-only and put
 * together from the others. Source: describes of Account and Contact recorded by CumulusCI.
 */
export function addressFields(prefix: string): readonly FieldDefinition[] {
  const label = (last: string): string => `${prefix} ${last}`.trim();
  const part = { compoundFieldName: `${prefix}Address` };
  return [
    textArea(`${prefix}Street`, label('Street'), 255, part),
    text(`${prefix}City`, label('City'), 40, part),
    text(`${prefix}State`, label('State/Province'), 80, part),
    text(`${prefix}PostalCode`, label('Zip/Postal Code'), 20, part),
    text(`${prefix}Country`, label('Country'), 80, part),
    decimal(`${prefix}Latitude`, label('Latitude'), [18, 15], part),
    decimal(`${prefix}Longitude`, label('Longitude'), [18, 15], part),
    picklist(`${prefix}GeocodeAccuracy`, label('Geocode Accuracy'), 40, ACCURACIES, {
      ...part,
      restrictedPicklist: true,
    }),
    {
      ...text(`${prefix}Address`, label('Address'), 0, readOnly),
      type: 'address',
      virtual: true,
      sortable: false,
      described: { permissionable: true, queryByDistance: true },
    },
  ];
}
