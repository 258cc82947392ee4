/** What any recogniser must do at least: one pass over all text, grouped by block, each block hashed once. */
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BODY BUTTON CAPTION DD DIV DL DT FIELDSET FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER LABEL LEGEND LI MAIN NAV OL P SECTION TABLE TBODY TD TEXTAREA TH TR UL'.split(
    ' ',
  ),
);

/** Hash of a text in one pass: lower case, ё as е, white space collapsed, invisible characters left out. */
function hashOf(text: string): number {
  let hash = 0x9e3779b9;
  let gap = false;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code === 0xad || (code >= 0x200b && code <= 0x200d)) continue;
    if (code <= 32 || code === 0xa0) {
      gap = true;
      continue;
    }
    if (gap) hash = Math.imul(hash ^ 32, 0x27d4eb2f);
    gap = false;
    if (code >= 0x410 && code <= 0x42f) code += 32;
    else if (code === 0x401 || code === 0x451) code = 0x435;
    hash = Math.imul(hash ^ code, 0x27d4eb2f);
  }
  return hash >>> 0;
}

/** Groups the document's text by block and hashes each; returns the number of blocks so that nothing is optimised away. */
export function textPass(doc: Document): number {
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  const texts = new Map<Element, string>();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    let block = node.parentElement;
    while (block && !BLOCKS.has(block.tagName)) block = block.parentElement;
    if (block) texts.set(block, (texts.get(block) ?? '') + (node as Text).data);
  }
  let sum = 0;
  for (const text of texts.values()) sum ^= hashOf(text);
  return texts.size + (sum & 1);
}
