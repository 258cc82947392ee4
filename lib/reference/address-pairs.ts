/** Parts of an address that say who came from where, or whose visit it is, not which document is meant. */

/** Longer texts are left as they are. */
const LONGEST = 8000;

const TRACKING =
  /^(?:utm_\w+|yclid|ysclid|gclid|gbraid|wbraid|dclid|fbclid|msclkid|vkclid|igshid|igsh|mc_[ce]id|_?openstat|rb_clickid|roistat\w*|_ga|_gl|usp|frommarket|clid)$/i;
const SESSION =
  /^(?:phpsessid|jsessionid|aspsessionid\w*|asp\.net_sessionid|sessionid|session_?id|sess(?:ion)?_?(?:key|token)|cfid|cftoken|bitrix_sessid|sessid)$/i;
const SECRET =
  /^(?:token|access_token|auth|auth_?key|key|api_?key|hash|sig|signature|password|passwd|pass)$/i;

/** A query pair that says where the reader came from, not which document it is. `from` only when it is no number or date. */
export function isTracking(name: string, value: string): boolean {
  return TRACKING.test(name) || (/^(?:from|ref)$/i.test(name) && /^[a-z][a-z_-]*$/i.test(value));
}

/** A query pair that belongs to one person's visit. `sid` may be a section's number: only long mixed values count. */
export function isSession(name: string, value: string): boolean {
  return (
    SESSION.test(name) || (/^s(?:id)?$/i.test(name) && /^(?=.*\d)(?=.*[a-z])[a-z0-9]{20,}$/i.test(value))
  );
}

/** The address without the query pairs (and `;jsessionid=…`) that `drop` names; everything else as typed. */
function withoutPairs(address: string, drop: (name: string, value: string) => boolean): string {
  const hashAt = address.indexOf('#');
  const hash = hashAt < 0 ? '' : address.slice(hashAt);
  const base = hashAt < 0 ? address : address.slice(0, hashAt);
  const at = base.indexOf('?');
  if (at < 0) return address;
  const pairs = base.slice(at + 1).split('&');
  const kept = pairs.filter((pair) => {
    const eq = pair.indexOf('=');
    return pair === '' ? false : !drop(eq < 0 ? pair : pair.slice(0, eq), eq < 0 ? '' : pair.slice(eq + 1));
  });
  if (kept.length === pairs.filter((pair) => pair !== '').length) return address;
  return base.slice(0, at) + (kept.length > 0 ? `?${kept.join('&')}` : '') + hash;
}

/** The address without its tracking part (utm_…, yclid, ysclid, fbclid …), otherwise exactly as typed. */
export function withoutTracking(address: string): string {
  return address.length > LONGEST ? address : withoutPairs(address, isTracking);
}

/** The address without session ids; equal to the argument when there are none. */
export function withoutSession(address: string): string {
  if (address.length > LONGEST) return address;
  return withoutPairs(address.replace(/;(?:jsessionid|phpsessid|sid)=[^/?#]*/i, ''), isSession);
}

/** For logs and reports: no session ids, tokens, or «name:password@». */
export function redactedAddress(address: string): string {
  const short = address.slice(0, LONGEST).replace(/^([a-z]+:\/\/)[^/?#@\s]*@/i, '$1');
  return withoutPairs(withoutSession(short), (name) => SECRET.test(name));
}
