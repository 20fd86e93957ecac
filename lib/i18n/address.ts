/** The address of a page in a language; `rest` is what stands after the language, without a slash before it. */
export function address(locale: string, rest = ""): string {
  return rest === "" ? `/${locale}` : `/${locale}/${rest}`;
}
