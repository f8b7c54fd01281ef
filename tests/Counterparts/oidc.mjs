// An identity provider. Settings come as one JSON argument: as whom it knows the product, who its people are, how it signs.
import { Provider } from 'oidc-provider'
import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'

const { clientId, clientSecret, redirectUri, people, algorithm = 'RS256', method = 'client_secret_basic' } = JSON.parse(process.argv[2])
const say = (what) => process.stdout.write(JSON.stringify(what) + '\n')
const { privateKey } = algorithm === 'ES256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('rsa', { modulusLength: 2048 })

const server = createServer()
server.listen(0, '127.0.0.1', () => {
    const { port } = server.address()
    const provider = new Provider(`http://127.0.0.1:${port}`, {
        clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri], response_types: ['code'], grant_types: ['authorization_code'], id_token_signed_response_alg: algorithm, token_endpoint_auth_method: method }],
        clientAuthMethods: [method],
        jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: algorithm }] },
        cookies: { keys: ['only for tests'] },
        claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'given_name', 'family_name', 'groups'] },
        pkce: { required: () => true },
        findAccount: (ctx, id) => people[id] && { accountId: id, claims: () => ({ sub: id, ...people[id] }) },
        // Nobody is asked whether the product may know their name.
        async loadExistingGrant(ctx) {
            const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId })
            grant.addOIDCScope('openid email profile')
            await grant.save()
            return grant
        },
    })
    provider.on('grant.error', (ctx, error) => say({ event: 'refused', sentence: error.message, detail: error.error_detail ?? '' }))
    provider.on('grant.success', () => say({ event: 'redeemed' }))
    server.on('request', provider.callback())
    say({ event: 'listening', port })
})
process.stdin.on('end', () => process.exit(0)).resume() // ends with the tests, however they end
