import { z } from 'zod';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { defineOperation } from '../operation.ts';
import { answerSearch } from './answer-search.ts';
import { toSearch } from './to-search.ts';

const number = z.union([z.number().int(), z.string()]);

const bodySchema = z.strictObject({
  q: z.string().optional(),
  in: z.string().optional(),
  fields: z.array(z.string()).optional(),
  sobjects: z
    .array(
      z.strictObject({
        name: z.string(),
        fields: z.array(z.string()).optional(),
        limit: number.optional(),
        where: z.string().optional(),
        orderBy: z.string().optional(),
      }),
    )
    .optional(),
  overallLimit: number.optional(),
  defaultLimit: number.optional(),
  offset: number.optional(),
});

export const parameterizedSearchByBody = defineOperation({
  name: 'Parameterized Search (body)',
  method: 'POST',
  path: '/services/data/:version/parameterizedSearch',
  evidence: ['documented'],
  source: 'REST API guide, Search with Parameters in the Request Body',
  handle(context) {
    const { data, error } = bodySchema.safeParse(context.request.body);
    if (error) throw new NotEmulatedError(`a search with this body: ${z.prettifyError(error)}`);
    const { search, sosl } = toSearch(data);
    return answerSearch(context, search, sosl);
  },
});
