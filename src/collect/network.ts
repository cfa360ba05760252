import { lookup as lookUp } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Addresses that are not of the public internet, by IANA's registries of special-purpose addresses (RFC 6890 and its updates). */
const PRIVATE = new BlockList()
for (const [net, prefix] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12],
  ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15],
  ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) PRIVATE.addSubnet(net, prefix, 'ipv4') // biome-ignore format: a list to be read
for (const [net, prefix] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const)
  PRIVATE.addSubnet(net, prefix, 'ipv6') // biome-ignore format: a list to be read

/** All of the public internet's IPv6 addresses lie here (RFC 4291). */
const GLOBAL = new BlockList()
GLOBAL.addSubnet('2000::', 3, 'ipv6')

/** IPv6 addresses that stand for an IPv4 address, which their last 32 bits are: mapped (RFC 4291) and translated (RFC 6052). */
const EMBEDDED = new BlockList()
EMBEDDED.addSubnet('64:ff9b::', 96, 'ipv6')
const MAPPED = '[::ffff:'

/** Whether an IP address is of the public internet: not of this machine, a private network, a link, a group of hosts or a documentation. */
export function isPublic(ip: string): boolean {
  if (isIP(ip) === 4) return !PRIVATE.check(ip, 'ipv4')
  if (isIP(ip) !== 6 || ip.includes('%')) return false
  const host = new URL(`http://[${ip}]`).hostname
  if (host.startsWith(MAPPED) || EMBEDDED.check(ip, 'ipv6')) return isPublic(lastFour(host))
  return GLOBAL.check(ip, 'ipv6') && !PRIVATE.check(ip, 'ipv6')
}

/** The last 32 bits of `[64:ff9b::7f00:1]` as `127.0.0.1`. */
function lastFour(host: string): string {
  const [high = 0, low = 0] = host
    .slice(1, -1)
    .split(':')
    .slice(-2)
    .map((group) => Number.parseInt(group || '0', 16))
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

/** Asks for the addresses of a host name. */
export type Resolve = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>

/** Asks the system. */
export const resolveHost: Resolve = (host) =>
  new Promise((done, fail) => lookUp(host, { all: true }, (error, found) => (error ? fail(error) : done(found))))

/** A host that is refused, with the address that is the reason. */
export class PrivateAddress extends Error {
  readonly code = 'EPRIVATE'
}

/**
 * What a connection asks for the addresses of its host: it connects to what is answered here, and asks nobody again, so that a name cannot be
 * public when it is checked and private when it is used. One address that is not allowed among several is enough to refuse.
 */
export const checkedLookup =
  (resolve: Resolve, allows: (ip: string) => boolean): LookupFunction =>
  (host, options, answer) => {
    const give = (found: Awaited<ReturnType<Resolve>>): void => {
      const [first] = found
      const refused = found.find(({ address }) => !allows(address))
      if (refused) answer(new PrivateAddress(`${host} is ${refused.address}`), [])
      else if (!first) answer(Object.assign(new Error(`${host} has no address`), { code: 'ENOTFOUND' }), [])
      else if (options.all) answer(null, [...found])
      else answer(null, first.address, first.family)
    }
    resolve(host).then(give, (error: NodeJS.ErrnoException) => answer(error, []))
  }
