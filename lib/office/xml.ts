import { SaxesParser } from 'saxes';
import { OfficeError } from './errors.ts';
import type { Archive } from './zip.ts';

/**
 * Reading of the archive's XML parts as a stream, so that a part of 200 MB never stands in memory as a whole.
 * Names come without their prefix: the transitional, the strict and home-made namespaces are read alike.
 */

/** Attributes of an element by name without prefix, and `prefixed` only those that had one (`r:id` beside `id`). */
export interface Attributes {
  get(name: string): string | undefined;
  prefixed(name: string): string | undefined;
}

export interface XmlHandlers {
  open?(name: string, attributes: Attributes, selfClosing: boolean): void;
  close?(name: string): void;
  text?(text: string): void;
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

class TagAttributes implements Attributes {
  private readonly values: Record<string, string>;

  /** `values` is made by saxes without a prototype, so foreign names cannot reach one. */
  constructor(values: Record<string, string>) {
    this.values = values;
  }

  get(name: string): string | undefined {
    return this.values[name] ?? this.prefixed(name);
  }

  prefixed(name: string): string | undefined {
    for (const key in this.values)
      if (key.endsWith(name) && key.endsWith(`:${name}`)) return this.values[key];
    return undefined;
  }
}

/**
 * A table needs no deeper nesting, no more attributes, no more elements: three millions are a sheet formatted down to
 * its last row, and take two seconds. More would only hold the reader up.
 */
const DEEPEST = 400;
const MOST_ATTRIBUTES = 1000;
const MOST_ELEMENTS = 3_000_000;

/** A parser to be fed with text. Document types (entities, external files) are refused, broken XML is `damaged`. */
export function xmlParser(handlers: XmlHandlers): { write(text: string): void; end(): void } {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('doctype', () => {
    throw new OfficeError('unsafe-xml');
  });
  parser.on('error', () => {
    throw new OfficeError('damaged');
  });
  const { open, close, text } = handlers;
  let elements = 0;
  let depth = 0;
  let attributes = 0;
  parser.on('attribute', () => {
    if (++attributes > MOST_ATTRIBUTES) throw new OfficeError('unsafe-xml');
  });
  parser.on('opentag', (tag) => {
    attributes = 0;
    if (++depth > DEEPEST) throw new OfficeError('unsafe-xml');
    if (++elements > MOST_ELEMENTS) throw new OfficeError('too-many-cells');
    open?.(local(tag.name), new TagAttributes(tag.attributes), tag.isSelfClosing);
  });
  parser.on('closetag', (tag) => {
    depth--;
    close?.(local(tag.name));
  });
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  return { write: (piece) => void parser.write(piece), end: () => void parser.close() };
}

function decoderFor(first: Uint8Array): TextDecoder {
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  const head = new TextDecoder('latin1').decode(first.subarray(0, 200));
  const declared = /^[^<]*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(declared, { fatal: true });
  } catch {
    throw new OfficeError('damaged');
  }
}

/** Reads one XML part of the archive; false when there is none. Throws `OfficeError`. */
export function readXml(archive: Archive, name: string, handlers: XmlHandlers): boolean {
  const parser = xmlParser(handlers);
  let decoder: TextDecoder | null = null;
  const decode = (piece: Uint8Array | null): string => {
    try {
      return piece ? (decoder as TextDecoder).decode(piece, { stream: true }) : (decoder?.decode() ?? '');
    } catch {
      throw new OfficeError('damaged');
    }
  };
  const found = archive.stream(name, (piece) => {
    decoder ??= decoderFor(piece);
    parser.write(decode(piece));
  });
  if (!found) return false;
  parser.write(decode(null));
  parser.end();
  return true;
}

export interface Relation {
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

function resolve(base: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = base.split('/').slice(0, -1);
  for (const step of target.split('/'))
    if (step === '..') parts.pop();
    else if (step !== '.' && step !== '') parts.push(step);
  return parts.join('/');
}

/** Relations of an OOXML part by id; `type` is the last word of the type's address. Targets inside are full names. */
export function readRelations(archive: Archive, part: string): Map<string, Relation> {
  const relations = new Map<string, Relation>();
  const slash = part.lastIndexOf('/') + 1;
  readXml(archive, `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const target = attributes.get('Target') ?? '';
      const external = attributes.get('TargetMode')?.toLowerCase() === 'external';
      const type = (attributes.get('Type') ?? '').split('/').pop() ?? '';
      relations.set(attributes.get('Id') ?? '', {
        type,
        external,
        target: external ? target : resolve(part, target),
      });
    },
  });
  return relations;
}
