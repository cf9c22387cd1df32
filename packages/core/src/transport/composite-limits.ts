/** What one composite request holds. Source: REST API guide, Composite: 25 subrequests, 5 of them queries or collections. */
export const SUBREQUEST_LIMIT = 25;
export const QUERY_LIMIT = 5;
