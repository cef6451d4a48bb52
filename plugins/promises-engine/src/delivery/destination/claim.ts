const CLAIM_FILE = '.promissory-claim';

/** Where the claim of a Destination is. No GitOps agent reads a file of this name as a manifest. */
export function claimPath(root: string): string {
  return root === '' ? CLAIM_FILE : `${root}/${CLAIM_FILE}`;
}

/** The claim: who writes below its folder. */
export function formatClaim(claimant: string): Uint8Array {
  return Buffer.from(
    `# Promissory writes below this folder. A second platform that is pointed here refuses to.\n` +
      `# To hand the folder over, delete this file.\n` +
      `claimant: ${claimant}\n`,
  );
}

/** Reads who claims a folder; an unreadable claim is somebody's all the same. */
export function parseClaim(content: Uint8Array): string {
  const text = Buffer.from(content).toString('utf8');
  return /^claimant: (.*)$/m.exec(text)?.[1].trim() || 'unknown';
}
