/** Style sheets are bundled as text for the page benches. */
declare module '*.css' {
  const text: string;
  export default text;
}
