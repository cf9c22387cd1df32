import { SalesforceApiError } from '../../http/salesforce-api-error.ts';

/** Source: the codes in the Metadata WSDL; the text in public guides to price books. `fields` is not verified. */
export function noStandardPrice(): SalesforceApiError {
  return priceError('STANDARD_PRICE_NOT_DEFINED', 'No standard price defined for this product');
}

/** Source: public logs of Apex and of data loads. */
export function priceExists(): SalesforceApiError {
  return priceError('FIELD_INTEGRITY_EXCEPTION', 'This price definition already exists in this price book');
}

/** Source: the text in public code that looks for it; what stands around it is from a single guide. */
export function otherPricebook(): SalesforceApiError {
  return priceError(
    'FIELD_INTEGRITY_EXCEPTION',
    'field integrity exception: unknown (pricebook entry is in a different pricebook than the one assigned to the opportunity)',
  );
}

function priceError(errorCode: string, message: string): SalesforceApiError {
  return new SalesforceApiError({ status: 400, errorCode, message, fields: [] });
}
