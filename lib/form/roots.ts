/** Where an element's content stands when it is not simply its children. */
export interface Inner {
  readonly first: Node | null;
  /** Nodes put into a slot, in order. */
  readonly list: readonly Node[] | null;
  /** A tree of its own, whose attributes have to be looked up there. */
  readonly root: ParentNode | null;
  /** A living tree an observer has to be put on. */
  readonly watch: Document | ShadowRoot | null;
}

/** Hosts of the roots a saved page declares: in a parsed page they are only templates. */
const declared = new WeakMap<Node, Element>();

/**
 * Open shadow roots, also those a saved page declares (`<template shadowrootmode>`), nodes handed to a slot, and with
 * `frames` documents of the same origin. Null: the element's own children.
 */
export function innerOf(element: Element, frames: boolean, declares: boolean): Inner | null {
  const name = element.localName;
  if (name === 'slot') return slotted(element as HTMLSlotElement);
  if (name === 'iframe') {
    const inner = frames ? frameDocument(element) : null;
    return {
      first: inner?.body?.firstChild ?? null,
      list: null,
      root: inner?.body ? inner : null,
      watch: inner,
    };
  }
  const shadow = element.shadowRoot;
  if (shadow) return { first: shadow.firstChild, list: null, root: shadow, watch: shadow };
  if (!declares) return null;
  const template = element.firstElementChild;
  if (template?.localName !== 'template' || !template.hasAttribute('shadowrootmode')) return null;
  const { content } = template as HTMLTemplateElement;
  declared.set(content, element);
  return { first: content.firstChild, list: null, root: content, watch: null };
}

function slotted(slot: HTMLSlotElement): Inner | null {
  const root = slot.getRootNode();
  const host = declared.get(root);
  if (!host && !(root as Partial<ShadowRoot>).host) return null;
  const list = host ? handed(host, slot.getAttribute('name') ?? '') : slot.assignedNodes();
  return list.length > 0 ? { first: null, list, root: null, watch: null } : null;
}

/** What a declared root's slot of this name gets: the host's children that ask for it. */
function handed(host: Element, name: string): Node[] {
  return Array.from(host.childNodes).filter((node) => {
    if (node.nodeType !== 1) return name === '' && node.nodeType === 3;
    const element = node as Element;
    return element.localName !== 'template' && (element.getAttribute('slot') ?? '') === name;
  });
}

function frameDocument(frame: Element): Document | null {
  try {
    return (frame as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}
