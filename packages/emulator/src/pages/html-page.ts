import type { OperationResponse } from '../operations/operation.ts';
import { escapeHtml } from './escape-html.ts';

export interface HtmlPageOptions {
  readonly status: number;
  readonly title: string;
  /** Inner HTML of the page's one card, escaped already. */
  readonly content: string;
  /** Seconds after which a browser asks for the page again. @default never */
  readonly refreshSeconds?: number;
}

const STYLE = `
:root { color-scheme: light dark; --page: #f3f3f3; --card: #fff; --text: #181818; --quiet: #5c5c5c; --line: #c9c9c9; --field: #747474; --brand: #0176d3; --on-brand: #fff; --alert: #8e030f; --alert-page: #feded8; }
@media (prefers-color-scheme: dark) { :root { --page: #10161d; --card: #1b2430; --text: #f3f3f3; --quiet: #b3bcc6; --line: #46535f; --field: #8b98a5; --brand: #4ba8f5; --on-brand: #06121d; --alert: #ffc1b8; --alert-page: #4a1411; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { width: 100%; max-width: 26rem; padding: 2rem; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; }
h1 { margin: 0 0 .5rem; font-size: 1.375rem; line-height: 1.25; text-wrap: balance; }
h1, p, li, dd, label { overflow-wrap: anywhere; }
p { margin: 0 0 1rem; }
a { color: var(--brand); }
ul { margin: 0 0 1rem; padding-left: 1.25rem; }
dl { margin: 0 0 1rem; }
dt { color: var(--quiet); font-size: .875rem; }
dd { margin: 0 0 .5rem; font-weight: 600; }
label, legend { display: block; padding: 0; margin-bottom: .25rem; font-weight: 600; }
fieldset { min-width: 0; margin: 0 0 1rem; padding: 0; border: 0; }
input { width: 100%; margin-bottom: 1rem; padding: .625rem .75rem; font: inherit; color: inherit; background: transparent; border: 1px solid var(--field); border-radius: .25rem; }
fieldset.within { display: none; margin: 0 0 0 1.5rem; }
:has(> .choice > [value=custom]:checked) > fieldset.within { display: block; }
.choice { display: flex; gap: .5rem; padding: .375rem 0; margin: 0; font-weight: 400; }
.choice input { flex: none; width: 1rem; height: 1rem; margin: .25rem 0 0; accent-color: var(--brand); }
button { width: 100%; padding: .625rem 1rem; font: inherit; font-weight: 600; color: var(--on-brand); background: var(--brand); border: 1px solid var(--brand); border-radius: .25rem; cursor: pointer; }
button.plain { color: var(--brand); background: transparent; }
button:hover { filter: brightness(1.08); }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; }
.actions { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; }
.alert { padding: .75rem; color: var(--alert); background: var(--alert-page); border-radius: .25rem; }
.quiet { color: var(--quiet); font-size: .875rem; }
footer { margin-top: 1.5rem; }
footer p { margin: 0; }`;

/**
 * One page of the org, whole: no script, nothing loaded from elsewhere, in nobody's frame. Where its forms may lead is left
 * open, because the approval ends at the app's address. `same-origin`: else browsers hide from which page a form comes.
 */
export function htmlPage({ status, title, content, refreshSeconds }: HtmlPageOptions): OperationResponse {
  return {
    status,
    headers: {
      'Content-Type': 'text/html; charset=UTF-8',
      'Cache-Control': 'no-cache,must-revalidate,max-age=0,no-store,private',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      ...(refreshSeconds !== undefined && { Refresh: String(refreshSeconds) }),
    },
    body: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${content}
<footer><p class="quiet">An emulated Salesforce org: no place for real data or real passwords.</p></footer>
</main>
</body>
</html>
`,
  };
}
