import type { Operation } from '../operation.ts';
import { enterpriseEndpoint, partnerEndpoint } from './data-endpoints.ts';

export const soapOperations: readonly Operation[] = [partnerEndpoint, enterpriseEndpoint];
