import { describe, expect, it } from 'vitest'
import { checkedLookup, isPublic } from './network.ts'

describe('isPublic', () => {
  it.each([
    ['93.184.216.34', true],
    ['8.8.8.8', true],
    ['172.32.0.1', true],
    ['2606:2800:220:1:248:1893:25c8:1946', true],
    ['::ffff:8.8.8.8', true],
    ['64:ff9b::808:808', true],
    ['0.0.0.0', false],
    ['10.1.2.3', false],
    ['100.64.0.1', false],
    ['127.0.0.1', false],
    ['127.255.255.254', false],
    ['169.254.169.254', false],
    ['172.16.0.1', false],
    ['172.31.255.255', false],
    ['192.168.1.1', false],
    ['198.18.0.1', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::', false],
    ['::1', false],
    ['::127.0.0.1', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:0:7f00:1', false],
    ['0:0:0:0:0:ffff:a00:1', false],
    ['64:ff9b::7f00:1', false],
    ['64:ff9b::a9fe:a9fe', false],
    ['64:ff9b:1::1', false],
    ['fc00::1', false],
    ['fd12:3456::1', false],
    ['fe80::1', false],
    ['fe80::1%eth0', false],
    ['ff02::1', false],
    ['2001::1', false],
    ['2001:db8::1', false],
    ['2002:7f00:1::', false],
    ['localhost', false],
    ['', false],
  ])('%s: %s', (ip, want) => {
    expect(isPublic(ip)).toBe(want)
  })
})

describe('checkedLookup', () => {
  const asked = (addresses: readonly string[], allowPrivate: boolean) =>
    new Promise((done) => {
      const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
      const lookup = checkedLookup(async () => found, allowPrivate ? () => true : isPublic)
      lookup('news.example', { all: true }, (error, answer) => done(error ? error.message : answer))
    })

  it.each([
    [
      ['8.8.8.8', '2606:4700::1111'],
      false,
      [
        { address: '8.8.8.8', family: 4 },
        { address: '2606:4700::1111', family: 6 },
      ],
    ],
    [['8.8.8.8', '127.0.0.1'], false, 'news.example is 127.0.0.1'],
    [['::1'], false, 'news.example is ::1'],
    [['::1'], true, [{ address: '::1', family: 6 }]],
    [[], true, 'news.example has no address'],
  ])('%j, private ones allowed: %s', async (addresses, allowPrivate, want) => {
    expect(await asked(addresses, allowPrivate)).toEqual(want)
  })

  it('gives one address where one is asked for', async () => {
    const lookup = checkedLookup(async () => [{ address: '8.8.8.8', family: 4 }], isPublic)
    const given = await new Promise((done) =>
      lookup('news.example', {}, (error, ...answer) => done([error, ...answer])),
    )
    expect(given).toEqual([null, '8.8.8.8', 4])
  })
})
