import type { Frame, Page } from 'puppeteer-core';

/**
 * Sees through the closed shadow root of the overlay, as the browser's own tools do: pages cannot, tests must.
 * Chromium: the DevTools protocol; Firefox: WebDriver BiDi, whose serialisation may include closed roots.
 */
export interface SeenNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Text of the node and everything in it, white space collapsed. */
  readonly text: string;
  readonly parent: SeenNode | null;
  /** Calls a function (source text, `this` is the element) in the page; the result must be JSON. */
  call(source: string): Promise<unknown>;
}

/** All elements inside the shadow root of the first `selector` in the frame, in tree order; empty when it is not there. */
export async function seeShadow(page: Page, frame: Frame, selector: string): Promise<SeenNode[]> {
  return (await page.browser().version()).includes('irefox')
    ? seeInFirefox(page, frame, selector)
    : seeInChromium(page, frame, selector);
}

/** What both protocols tell of a node, reduced to what is used here. */
interface RawNode {
  tag: string;
  text: string;
  attributes: Record<string, string>;
  children: RawNode[];
  call(source: string): Promise<unknown>;
}

function flatten(root: RawNode): SeenNode[] {
  const found: SeenNode[] = [];
  const walk = (raw: RawNode, parent: SeenNode | null): string => {
    if (raw.tag === '') return raw.text;
    const node = { tag: raw.tag, attributes: raw.attributes, parent, call: raw.call, text: '' };
    found.push(node);
    const text = raw.children.map((child) => walk(child, node)).join(' ');
    node.text = text.replace(/\s+/g, ' ').trim();
    return text;
  };
  for (const child of root.children) walk(child, null);
  return found.filter((node) => node.tag !== 'style');
}

interface CdpNode {
  nodeType: number;
  localName: string;
  nodeValue: string;
  backendNodeId: number;
  attributes?: string[];
  children?: CdpNode[];
  shadowRoots?: CdpNode[];
}

/** Puppeteer's own session of the frame: object ids of its handles are good only there. */
function sessionOf(frame: Frame): { send(method: string, params: object): Promise<unknown> } {
  return (frame as unknown as { client: { send(method: string, params: object): Promise<unknown> } }).client;
}

async function seeInChromium(_page: Page, frame: Frame, selector: string): Promise<SeenNode[]> {
  const session = sessionOf(frame);
  const host = await frame.$(selector);
  const objectId = host?.remoteObject().objectId;
  if (!objectId) return [];
  const { node } = (await session.send('DOM.describeNode', { objectId, depth: -1, pierce: true })) as {
    node: CdpNode;
  };
  const read = (one: CdpNode): RawNode => {
    const attributes: Record<string, string> = {};
    const list = one.attributes ?? [];
    for (let i = 0; i + 1 < list.length; i += 2) attributes[list[i] as string] = list[i + 1] as string;
    return {
      tag: one.nodeType === 1 ? one.localName : '',
      text: one.nodeType === 3 ? one.nodeValue : '',
      attributes,
      children: [
        ...(one.shadowRoots ?? []).flatMap((root) => root.children ?? []),
        ...(one.children ?? []),
      ].map(read),
      async call(source) {
        const { object } = (await session.send('DOM.resolveNode', { backendNodeId: one.backendNodeId })) as {
          object: { objectId: string };
        };
        const answer = (await session.send('Runtime.callFunctionOn', {
          objectId: object.objectId,
          functionDeclaration: source,
          returnByValue: true,
          awaitPromise: true,
        })) as { result: { value?: unknown } };
        return answer.result.value;
      },
    };
  };
  return flatten(read(node));
}

interface BidiNode {
  sharedId?: string;
  value?: {
    nodeType: number;
    localName?: string;
    nodeValue?: string;
    attributes?: Record<string, string>;
    children?: BidiNode[];
    shadowRoot?: BidiNode | null;
  };
}

/** Puppeteer's BiDi connection: it has no public way to ask for closed shadow roots. */
interface BidiConnection {
  send(
    method: string,
    params: object,
  ): Promise<{ result: { type: string; result?: BidiNode & { value?: unknown } } }>;
}

async function seeInFirefox(page: Page, frame: Frame, selector: string): Promise<SeenNode[]> {
  const connection = (page.browser() as unknown as { connection: BidiConnection }).connection;
  const target = { context: (frame as unknown as { _id: string })._id };
  const { result } = await connection.send('script.callFunction', {
    functionDeclaration: '(selector) => document.querySelector(selector)',
    arguments: [{ type: 'string', value: selector }],
    target,
    awaitPromise: false,
    serializationOptions: { maxDomDepth: null, includeShadowTree: 'all' },
  });
  if (!result.result?.sharedId) return [];
  const read = (one: BidiNode): RawNode => ({
    tag: one.value?.nodeType === 1 ? (one.value.localName ?? '') : '',
    text: one.value?.nodeType === 3 ? (one.value.nodeValue ?? '') : '',
    attributes: one.value?.attributes ?? {},
    children: [...(one.value?.shadowRoot?.value?.children ?? []), ...(one.value?.children ?? [])].map(read),
    async call(source) {
      const answer = await connection.send('script.callFunction', {
        functionDeclaration: `async function () { return JSON.stringify(await (${source}).call(this)) ?? 'null'; }`,
        this: { sharedId: one.sharedId },
        target,
        awaitPromise: true,
      });
      if (answer.result.type === 'exception') throw new Error(`The page threw in ${source}`);
      return JSON.parse(String(answer.result.result?.value)) as unknown;
    },
  });
  return flatten(read(result.result));
}
