const NAME = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const SUBDOMAIN =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** What is wrong with the value of a label, in Kubernetes' words; undefined where nothing is. */
export function labelValueFault(value: string): string | undefined {
  if (value.length > 63) {
    return 'must be no more than 63 characters';
  }
  return value === '' || NAME.test(value)
    ? undefined
    : "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
}

/** What is wrong with the key of a label, in Kubernetes' words; undefined where nothing is. */
export function labelKeyFault(key: string): string | undefined {
  const parts = key.split('/');
  if (parts.length > 2) {
    return "a qualified name must consist of a name with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')";
  }
  const name = parts[parts.length - 1];
  if (parts.length === 2 && !isSubdomain(parts[0])) {
    return `prefix part ${subdomainRule()}`;
  }
  if (name.length > 63) {
    return 'name part must be no more than 63 characters';
  }
  return NAME.test(name)
    ? undefined
    : "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc')";
}

/** Whether a text is a DNS subdomain of RFC 1123, as names of most objects have to be. */
export function isSubdomain(text: string): boolean {
  return text.length <= 253 && SUBDOMAIN.test(text);
}

/** The rule behind `isSubdomain`, in Kubernetes' words. */
export function subdomainRule(): string {
  return "must be a lowercase RFC 1123 subdomain: lower case alphanumeric characters, '-' or '.', starting and ending with an alphanumeric character (e.g. 'example.com')";
}

/** Whether a text is a DNS label of RFC 1123, as names of containers and namespaces have to be. */
export function isDnsLabel(text: string): boolean {
  return text.length <= 63 && LABEL.test(text);
}

/** The rule behind `isDnsLabel`, in Kubernetes' words. */
export function dnsLabelRule(): string {
  return "must be a lowercase RFC 1123 label of at most 63 characters: lower case alphanumeric characters or '-', starting and ending with an alphanumeric character (e.g. 'my-name')";
}
