/** A note's text in one of three forms. HTML may hold what an enhanced note can: p br b i u strike ul ol li a. */
export type NoteBody = { readonly markdown: string } | { readonly html: string } | { readonly text: string };
