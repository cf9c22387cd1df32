import { z } from 'zod';

/** The API name of an object or field, e.g. `Region__c`, `uman__Key__c`, `StageName`. */
export const apiNameSchema = z
  .string()
  .regex(/^[A-Za-z](?:_?[A-Za-z0-9])*(?:__[A-Za-z0-9](?:_?[A-Za-z0-9])*){0,2}$/, 'expected an API name, e.g. Region__c')
  .max(80, 'expected an API name of at most 80 characters');
