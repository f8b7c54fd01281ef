// Receives webhooks and has the library of the standard verify each. Settings come as one JSON argument; what arrives goes to standard output, one JSON line each.
import { createServer } from 'node:http'
import { createPublicKey, verify } from 'node:crypto'
import { Webhook } from 'standardwebhooks'

const say = (what) => process.stdout.write(JSON.stringify(what) + '\n')
const secrets = new Map() // by path, given by POST /_secret

/** The library judges by the clock: the sender's own, since a test may live in another year. */
const judge = (secret, body, headers) => {
    const now = Date.now
    Date.now = () => Number(headers['webhook-timestamp']) * 1000
    try {
        return JSON.parse(JSON.stringify(new Webhook(secret).verify(body, headers)))
    } finally {
        Date.now = now
    }
}

/** The library knows shared secrets only; a public key is checked by the platform. */
const judgeKey = (key, body, headers) => {
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(key.slice('whpk_'.length), 'base64')])
    const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' })
    const signed = Buffer.from(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`)
    const good = headers['webhook-signature'].split(' ').some((one) => one.startsWith('v1a,') && verify(null, signed, publicKey, Buffer.from(one.slice(4), 'base64')))
    if (!good) throw new Error('No matching signature found')
    return JSON.parse(body)
}

const server = createServer((request, response) => {
    const chunks = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
        const body = Buffer.concat(chunks).toString()
        if (request.url === '/_secret') {
            const { path, secret } = JSON.parse(body)
            secrets.set(path, secret)
            return response.writeHead(204).end()
        }
        const secret = secrets.get(request.url)
        try {
            const told = secret.startsWith('whpk_') ? judgeKey(secret, body, request.headers) : judge(secret, body, request.headers)
            say({ event: 'delivery', path: request.url, id: request.headers['webhook-id'], type: told.type, signatures: request.headers['webhook-signature'].split(' ').length, verified: true })
            response.writeHead(204).end()
        } catch (error) {
            say({ event: 'delivery', path: request.url, id: request.headers['webhook-id'] ?? null, type: null, signatures: 0, verified: false, why: String(error.message) })
            response.writeHead(400).end(String(error.message))
        }
    })
})
server.listen(0, '127.0.0.1', () => say({ event: 'listening', port: server.address().port }))
process.stdin.on('end', () => process.exit(0)).resume() // ends with the tests, however they end
