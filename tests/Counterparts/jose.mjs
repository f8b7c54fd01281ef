// Reads and forges access tokens. Settings come as one JSON argument: a token of the product, where its keys are, and, for tokens that are wrong in their
// claims alone, the private key itself.
import * as jose from 'jose'

const { token, keys, issuer, audience, kid, privateKey } = JSON.parse(process.argv[2])
const say = (what) => process.stdout.write(JSON.stringify(what) + '\n')
process.stdin.on('end', () => process.exit(0)).resume() // ends with the tests, however they end

const { payload, protectedHeader } = await jose.jwtVerify(token, jose.createRemoteJWKSet(new URL(keys)), { issuer, audience, typ: 'at+jwt', algorithms: ['ES256'], requiredClaims: ['exp', 'iat', 'sub', 'org', 'sid', 'jti'] })
say({ event: 'verified', subject: payload.sub, lasts: payload.exp - payload.iat, header: protectedHeader })

const ours = await jose.importPKCS8(privateKey, 'ES256', { extractable: true })
const { kty, crv, x, y } = await jose.exportJWK(ours)
const ourPublic = await jose.importJWK({ kty, crv, x, y }, 'ES256', { extractable: true })
const theirs = await jose.generateKeyPair('ES256', { extractable: true })
const theirPublic = await jose.exportJWK(theirs.publicKey)
const header = { alg: 'ES256', typ: 'at+jwt', kid }
const now = Math.floor(Date.now() / 1000)
const claims = { ...payload, iat: now, exp: now + 600 }
const sign = (claims, header, key = ours) => new jose.CompactSign(new TextEncoder().encode(JSON.stringify(claims))).setProtectedHeader(header).sign(key, { crit: { 'urn:unheard': true } })
const hmac = (secret) => sign(claims, { ...header, alg: 'HS256' }, secret)
const without = (name) => Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name))
const base64 = (value) => jose.base64url.encode(typeof value === 'string' ? value : JSON.stringify(value))
const pem = await jose.exportSPKI(ourPublic)
const good = await sign(claims, header)
const [goodHeader, goodBody, goodSignature] = good.split('.')

say({ event: 'made', name: 'as ours', good: true, token: good })
const forged = {
    'alg none': `${base64({ ...header, alg: 'none' })}.${base64(claims)}.`,
    'alg none, unsecured by the book': new jose.UnsecuredJWT(claims).encode(),
    'alg none with our signature': `${base64({ ...header, alg: 'none' })}.${goodBody}.${goodSignature}`,
    'alg None in another case': `${base64({ ...header, alg: 'nOnE' })}.${goodBody}.`,
    'HS256 with the public key as PEM': await hmac(new TextEncoder().encode(pem)),
    'HS256 with the public key as DER': await hmac(Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64')),
    'HS256 with the public key as JWK': await hmac(new TextEncoder().encode(JSON.stringify({ kty, crv, x, y }))),
    'another key under our id': await sign(claims, header, theirs.privateKey),
    'another key under its own id': await sign(claims, { ...header, kid: 'theirs' }, theirs.privateKey),
    'another key, brought along as jwk': await sign(claims, { ...header, jwk: theirPublic }, theirs.privateKey),
    'our key with a jwk header': await sign(claims, { ...header, jwk: { kty, crv, x, y } }),
    'another key at a jku': await sign(claims, { ...header, jku: 'https://keys.example.test/jwks.json' }, theirs.privateKey),
    'our key with a jku header': await sign(claims, { ...header, jku: 'https://keys.example.test/jwks.json' }),
    'our key with an x5u header': await sign(claims, { ...header, x5u: 'https://keys.example.test/key.pem' }),
    'our key with an x5c header': await sign(claims, { ...header, x5c: ['AAAA'] }),
    'crit': await sign(claims, { ...header, crit: ['urn:unheard'], 'urn:unheard': 1 }),
    'another typ': await sign(claims, { ...header, typ: 'JWT' }),
    'no typ': await sign(claims, { alg: 'ES256', kid }),
    'no kid': await sign(claims, { alg: 'ES256', typ: 'at+jwt' }),
    'no exp': await sign(without('exp'), header),
    'no iat': await sign(without('iat'), header),
    'no session': await sign(without('sid'), header),
    'exp as text': await sign({ ...claims, exp: String(claims.exp) }, header),
    '61 s late': await sign({ ...claims, iat: now - 1861, exp: now - 61 }, header),
    'from the future': await sign({ ...claims, iat: now + 90, exp: now + 690 }, header),
    'another issuer': await sign({ ...claims, iss: 'urn:other' }, header),
    'another audience': await sign({ ...claims, aud: 'urn:other' }, header),
    'another organisation': await sign({ ...claims, org: 'f'.repeat(32) }, header),
    'another session': await sign({ ...claims, sid: '0193e0c0-0000-7000-8000-0000000000ff' }, header),
    '100 kB': await sign({ ...claims, much: 'a'.repeat(75_000) }, header),
    'another body': `${goodHeader}.${base64({ ...claims, sub: '0193e0c0-0000-7000-8000-0000000000ff' })}.${goodSignature}`,
    'no signature': `${goodHeader}.${goodBody}.`,
    'a signature of zeros': `${goodHeader}.${goodBody}.${base64('\0'.repeat(64))}`,
    'encrypted': await new jose.EncryptJWT(claims).setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', typ: 'at+jwt', kid }).encrypt(await jose.importJWK({ kty, crv, x, y }, 'ECDH-ES')),
}
for (const [name, token] of Object.entries(forged)) say({ event: 'made', name, good: false, token })
say({ event: 'listening', port: 0 }) // there is nothing to call: all is said
