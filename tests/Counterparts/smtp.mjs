// A mail server. Settings come as one JSON argument; what happens goes to standard output, one JSON line each.
import { SMTPServer } from 'smtp-server'
import PostalMime from 'postal-mime'
import { createHash } from 'node:crypto'

const { port = 0, line = 'plain', login = null, hideStartTls = false } = JSON.parse(process.argv[2] ?? '{}')
const say = (what) => process.stdout.write(JSON.stringify(what) + '\n')
const refuse = (status, sentence) => Object.assign(new Error(sentence), { responseCode: status })
const seen = new Map()

const server = new SMTPServer({
    secure: line === 'tls',
    hideSTARTTLS: line === 'plain' || hideStartTls,
    authOptional: login === null,
    allowInsecureAuth: true,
    disabledCommands: login === null ? ['AUTH'] : [],
    disableReverseLookup: true,
    onAuth: (auth, session, done) =>
        auth.username === login?.[0] && auth.password === login?.[1] ? done(null, { user: auth.username }) : done(refuse(535, 'Invalid username or password')),
    // The first part of an address says how it is met.
    onRcptTo({ address }, session, done) {
        const times = (seen.get(address) ?? 0) + 1
        seen.set(address, times)
        say({ event: 'recipient', address, times })
        if (address.startsWith('nobody')) return done(refuse(550, `5.1.1 <${address}> nobody of that name`))
        if (address.startsWith('later') && times === 1) return done(refuse(450, `4.2.1 <${address}> try again`))
        done()
    },
    onData(stream, session, done) {
        const chunks = []
        stream.on('data', (chunk) => chunks.push(chunk))
        stream.on('end', async () => {
            const address = session.envelope.rcptTo[0].address
            if (address.startsWith('slow')) return // never answers
            if (address.startsWith('unwanted')) return done(refuse(554, `5.7.1 we do not like what ${address} is sent`))
            const raw = Buffer.concat(chunks).toString('latin1')
            const mail = await PostalMime.parse(Buffer.concat(chunks))
            const headers = mail.headers.map(({ key, value }) => `${key}: ${value}`)
            const attachments = mail.attachments.map(({ filename, mimeType, contentId, content }) => ({ filename, mimeType, contentId, size: content.byteLength, hash: createHash('sha256').update(Buffer.from(content)).digest('hex') }))
            say({ event: 'mail', user: session.user ?? null, secure: session.secure, envelope: session.envelope.mailFrom.address, address, from: mail.from, to: mail.to, cc: mail.cc, replyTo: mail.replyTo, readers: session.envelope.rcptTo.map((reader) => reader.address), subject: mail.subject, id: mail.messageId, text: mail.text, html: mail.html, headers, attachments, raw })
            done()
        })
    },
})
server.on('error', (error) => say({ event: 'error', sentence: String(error.message) }))
server.listen(port, '127.0.0.1', () => say({ event: 'listening', port: server.server.address().port }))
process.stdin.on('end', () => process.exit(0)).resume() // ends with the tests, however they end
