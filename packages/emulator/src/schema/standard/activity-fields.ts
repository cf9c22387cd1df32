import { lookup } from '../define-field.ts';
import type { FieldDefinition } from '../object-definition.ts';

/** Source: describe of Event recorded by CumulusCI. */
export const activitySubjectValues = ['Call', 'Email', 'Meeting', 'Send Letter/Quote', 'Other'] as const;

/** The person that a task or event is with. @param children how Contact and Lead name them */
export function whoField(children: string): FieldDefinition {
  return lookup('WhoId', 'Name ID', ['Contact', 'Lead'], {
    childRelationshipName: children,
    cascadeDelete: true,
    described: { searchPrefilterable: true },
  });
}

/** What a task or event is about: a record of any object that has activities. */
export function whatField(children: string): FieldDefinition {
  return lookup('WhatId', 'Related To ID', [], {
    references: 'activities',
    childRelationshipName: children,
    cascadeDelete: true,
    described: { searchPrefilterable: true, polymorphicForeignKey: true, namePointing: true },
  });
}
