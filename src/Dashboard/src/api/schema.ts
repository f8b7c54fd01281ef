// Generated from openapi.json by "npm run types": change the server, not this file.

export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process runs */
        get: operations["getHealthLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether requests make sense */
        get: operations["getHealthReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How each part does */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the API and its database answer */
        get: operations["getApiHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisation, and what day it is there */
        get: operations["getOrganisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes as they happen */
        get: operations["getLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far each projection is */
        get: operations["getProjections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What could not be handled, newest first */
        get: operations["getMessagesDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/dead-letters/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a dead letter again */
        post: operations["postMessagesDeadLettersIdReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the story of the sample company is */
        get: operations["getSample"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sample/play": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the story of the sample company go on, to today or to another day */
        post: operations["postSamplePlay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, newest first */
        get: operations["getAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the filtered audit trail as CSV, XLSX or JSON */
        get: operations["getAuditExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/anchor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The trail's number and hash, for an auditor to keep */
        get: operations["getAuditAnchor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold the audit trail against the log, and against an anchor */
        post: operations["postAuditVerify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The kinds of records whose past you may read */
        get: operations["getHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/history/{kind}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a record, newest first, and how it stood then */
        get: operations["getHistoryKindId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/history/{kind}/{id}/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What differs in a record between two moments */
        get: operations["getHistoryKindIdDifference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The kinds of things whose amounts can be explained to you */
        get: operations["getExplain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/explain/{kind}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How an amount came about: its parts add up to it, down to the events */
        get: operations["getExplainKindId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether an organisation can register */
        get: operations["getAuthSetup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys that sign access tokens */
        get: operations["getWellKnownJwksJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register an organisation and its owner */
        post: operations["postAuthRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with address and password */
        post: operations["postAuthLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fetch the next access token */
        post: operations["postAuthRefresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out: the session's tokens are good for nothing any more */
        post: operations["postAuthLogout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out everywhere */
        post: operations["postAuthLogoutAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where you are signed in */
        get: operations["getAuthSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out elsewhere */
        delete: operations["deleteAuthSessionsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go over to another of your organisations */
        post: operations["postAuthSwitch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who you are, where you belong, what you may */
        get: operations["getAuthMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/email/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show that a mail address is yours */
        post: operations["postAuthEmailVerify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/email/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the link that verifies the address again */
        post: operations["postAuthEmailVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose another password */
        post: operations["postAuthPasswordChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a link to choose a new password */
        post: operations["postAuthPasswordForgot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a new password by a mailed link */
        post: operations["postAuthPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/totp/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to enrol a second factor */
        post: operations["postAuthTotpBegin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enrol the second factor */
        post: operations["postAuthTotpConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/totp/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove the second factor */
        post: operations["postAuthTotpRemove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/totp/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fresh recovery codes; the old ones are good no longer */
        post: operations["postAuthTotpRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/invitations/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an invitation is for */
        get: operations["getAuthInvitationsToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation */
        post: operations["postAuthInvitationsAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisation and its settings */
        get: operations["getTenantsMe"];
        put?: never;
        post?: never;
        /** Delete the organisation in thirty days; in test mode, tomorrow */
        delete: operations["deleteTenantsMe"];
        options?: never;
        head?: never;
        /** Change the organisation's name, address and settings */
        patch: operations["patchTenantsMe"];
        trace?: never;
    };
    "/api/tenants/me/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the organisation's plan allows, and how much of it is used */
        get: operations["getTenantsMePlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/me/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisation's logo */
        get: operations["getTenantsMeLogo"];
        /** Place the organisation's logo */
        put: operations["putTenantsMeLogo"];
        post?: never;
        /** Remove the logo */
        delete: operations["deleteTenantsMeLogo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/me/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep the organisation after all */
        post: operations["postTenantsMeRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take out all that the organisation recorded, as one file */
        post: operations["postTenantsMeExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take in an organisation that was taken out, as a new one */
        post: operations["postTenantsImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/moves/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far taking out or taking in has come */
        get: operations["getTenantsMovesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Found a made-up company to look at, in test mode, beside one's own organisation */
        post: operations["postTenantsSample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who belongs to the organisation */
        get: operations["getUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that wait */
        get: operations["getUsersInvitations"];
        put?: never;
        /** Ask somebody to join */
        post: operations["postUsersInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each role may */
        get: operations["getPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/invitations/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an invitation again; it lasts another week */
        post: operations["postUsersInvitationsIdResend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an invitation back */
        delete: operations["deleteUsersInvitationsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take somebody out of the organisation */
        delete: operations["deleteUsersId"];
        options?: never;
        head?: never;
        /** Give a member another role, let them in or not */
        patch: operations["patchUsersId"];
        trace?: never;
    };
    "/api/users/me/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave the organisation */
        post: operations["postUsersMeLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/me/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand the organisation to another owner */
        post: operations["postTenantsMeTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Yourself */
        get: operations["getUsersMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change your name, telephone or address */
        patch: operations["patchUsersMe"];
        trace?: never;
    };
    "/api/users/me/avatar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your picture */
        get: operations["getUsersMeAvatar"];
        /** Show a picture of yourself */
        put: operations["putUsersMeAvatar"];
        post?: never;
        /** Remove your picture */
        delete: operations["deleteUsersMeAvatar"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/avatar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The picture of somebody who belongs to the organisation */
        get: operations["getUsersIdAvatar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/me/forget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Be forgotten: leave everywhere, name and address gone for good */
        post: operations["postUsersMeForget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/forget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forget somebody: name and address gone for good, what they did stays */
        post: operations["postUsersIdForget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisation's API keys */
        get: operations["getKeys"];
        put?: never;
        /** Make an API key */
        post: operations["postKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key */
        delete: operations["deleteKeysId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sso/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether somebody of a mail address signs in at their organisation's identity provider */
        post: operations["postAuthSsoStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sso/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sign in at an organisation's identity provider */
        get: operations["getAuthSsoSlug"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sso/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The way back from the identity provider */
        get: operations["getAuthSsoCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/me/sso": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How people come in through the organisation's identity provider */
        get: operations["getTenantsMeSso"];
        /** Let people come in through the organisation's identity provider */
        put: operations["putTenantsMeSso"];
        post?: never;
        /** Let nobody come in through the identity provider any more */
        delete: operations["deleteTenantsMeSso"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What time it is for the organisation; in test mode, by its own clock */
        get: operations["getClock"];
        put?: never;
        /** Make it an organisation for trying things out, with a clock of its own; it cannot be taken back */
        post: operations["postClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clock/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move the organisation's own clock; what is due on the way happens in order */
        post: operations["postClockAdvance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/status-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The status sets, with how many records have each status */
        get: operations["getStatusSets"];
        put?: never;
        /** Define a status set */
        post: operations["postStatusSets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/status-sets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Rename, recolour, order, add and drop the statuses of a set */
        put: operations["putStatusSetsId"];
        post?: never;
        /** Retire a status set that no group uses */
        delete: operations["deleteStatusSetsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/facility-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The facility groups, with facilities, open and overdue amounts */
        get: operations["getFacilityGroups"];
        put?: never;
        /** Open a facility group */
        post: operations["postFacilityGroups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/facility-groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Amend a facility group */
        put: operations["putFacilityGroupsId"];
        post?: never;
        /** Archive a facility group, or delete one that never had a facility */
        delete: operations["deleteFacilityGroupsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/facility-groups/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore an archived facility group */
        post: operations["postFacilityGroupsIdRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/facility-groups/{id}/cycles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A group's cycles around a day */
        get: operations["getFacilityGroupsIdCycles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/facility-groups/{id}/cycles/bill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bill a cycle: its billed records become charges of the group's client; dryRun=true only says what would */
        post: operations["postFacilityGroupsIdCyclesBill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedules/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The cycles that a schedule would have */
        post: operations["postSchedulesPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/custom-dates/{groupId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A group's custom dates */
        get: operations["getCustomDatesGroupId"];
        /** List a group's custom dates */
        put: operations["putCustomDatesGroupId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/facilities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The facilities */
        get: operations["getFacilities"];
        put?: never;
        /** Open a facility in a group */
        post: operations["postFacilities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/facilities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Rename or move a facility */
        put: operations["putFacilitiesId"];
        post?: never;
        /** Archive a facility, or delete one without records */
        delete: operations["deleteFacilitiesId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/facilities/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore an archived facility */
        post: operations["postFacilitiesIdRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billing-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Billing records and cycles, with totals per currency */
        get: operations["getBillingRecords"];
        put?: never;
        /** Save a billing record */
        post: operations["postBillingRecords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billing-records/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the filtered billing records as CSV, XLSX or JSON */
        get: operations["getBillingRecordsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billing-records/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A billing record as it is, or as it was */
        get: operations["getBillingRecordsId"];
        put?: never;
        post?: never;
        /** Withdraw a billing record */
        delete: operations["deleteBillingRecordsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billing-records/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Save up to 500 billing records */
        post: operations["postBillingRecordsBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billing-records/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a withdrawn billing record */
        post: operations["postBillingRecordsIdRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billing-records/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a billing record: who, when, old and new */
        get: operations["getBillingRecordsIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What holds for all facilities */
        get: operations["getSettings"];
        /** Change what holds for all facilities; what is left out stays as it is */
        put: operations["putSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/facilities/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import billing records from a spreadsheet, or see what it would do */
        post: operations["postFacilitiesImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/facilities/import/rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The lines of a spreadsheet that would be rejected, with the reason, to be mended */
        post: operations["postFacilitiesImportRejected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The imports taken so far, newest first */
        get: operations["getImports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An import, and how far it has come */
        get: operations["getImportsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an import back */
        post: operations["postImportsIdUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened lately, newest first */
        get: operations["getActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The clients; search finds name, mail address, telephone number, address, tax id, note and ids in other systems; id, as often as wanted, picks those */
        get: operations["getClients"];
        put?: never;
        /** Add a client */
        post: operations["postClients"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A client as it is, or as it was */
        get: operations["getClientsId"];
        /** Amend a client; what is left out stays as it is */
        put: operations["putClientsId"];
        post?: never;
        /** Archive a client; nothing is lost by it */
        delete: operations["deleteClientsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a client: who, when, old and new; and how it stood then */
        get: operations["getClientsIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A client's statement up to a day: invoices, credit notes, payments, and the balance after each */
        get: operations["getClientsIdStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{id}/statement/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export a client's statement up to a day as CSV, XLSX or JSON */
        get: operations["getClientsIdStatementExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{id}/readers/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that an address from which mails came back is right */
        post: operations["postClientsIdReadersConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore an archived client */
        post: operations["postClientsIdRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merge a double into the client that stays; answers that one */
        post: operations["postClientsIdMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{id}/forget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forget an archived client: what tells who it was is erased for good */
        post: operations["postClientsIdForget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import clients from a spreadsheet, or see what it would do */
        post: operations["postClientsImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/import/rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The lines of a list of clients that would be rejected, with the reason, to be mended */
        post: operations["postClientsImportRejected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/client-imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an import of clients back */
        post: operations["postClientImportsIdUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/client-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The imports of clients taken so far, newest first */
        get: operations["getClientImports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/client-imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An import of clients, and how far it has come */
        get: operations["getClientImportsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the filtered clients as CSV, XLSX or JSON, in the columns that the import reads */
        get: operations["getClientsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/charges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The charges, by client, state, source, period and currency, with totals per currency and the number in each state */
        get: operations["getCharges"];
        put?: never;
        /** Charge a client for something; the same reference makes one charge */
        post: operations["postCharges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/charges/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A charge */
        get: operations["getChargesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/charges/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a charge: who, when, old and new; and how it stood then */
        get: operations["getChargesIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/charges/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the filtered charges as CSV, XLSX or JSON */
        get: operations["getChargesExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/charges/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a charge; one that was invoiced is made up for by a correcting charge */
        post: operations["postChargesIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoicing-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What holds for all invoices */
        get: operations["getInvoicingSettings"];
        /** Change what holds for all invoices; what is left out stays as it is */
        put: operations["putInvoicingSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoicing/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How invoices, credit notes and quotes are numbered */
        get: operations["getInvoicingNumbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoicing/numbers/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose how documents of a kind are numbered */
        put: operations["putInvoicingNumbersKind"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invoices, with totals per currency and the number in each view */
        get: operations["getInvoices"];
        put?: never;
        /** Begin a draft of an invoice */
        post: operations["postInvoices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An invoice as it stands */
        get: operations["getInvoicesId"];
        /** Write a draft anew, as a whole */
        put: operations["putInvoicesId"];
        post?: never;
        /** Drop a draft; what is issued stays */
        delete: operations["deleteInvoicesId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an unsaved draft comes to */
        post: operations["postInvoicesPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue a draft: it gets its number and never changes again */
        post: operations["postInvoicesIdIssue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Void an invoice: its number stays used, its charges are open again */
        post: operations["postInvoicesIdVoid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/uncollectible": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give up on what an invoice still asks for */
        post: operations["postInvoicesIdUncollectible"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a draft with what stands on an invoice; of a voided one, with its charges */
        post: operations["postInvoicesIdDuplicate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to an invoice, and how it stood then */
        get: operations["getInvoicesIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the total came about: lines, charges, facts */
        get: operations["getInvoicesIdTrace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the filtered invoices as CSV, XLSX or JSON */
        get: operations["getInvoicesExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was billed, received, is outstanding and late, per currency; with convertTo also seen in one currency, by dated rates that are told; with compare=period or compare=year beside the days before */
        get: operations["getInvoicesStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/stats/months": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was billed and received in each month that the days touch, per currency; the last twelve unless asked otherwise; with compare=period or compare=year each beside one before */
        get: operations["getInvoicesStatsMonths"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/stats/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the statistics as CSV, XLSX or JSON: a line for each currency, and with compare one for the days before */
        get: operations["getInvoicesStatsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/stats/aging/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export what is outstanding by age as CSV, XLSX or JSON */
        get: operations["getInvoicesStatsAgingExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/stats/months/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export what was billed and received in each month as CSV, XLSX or JSON */
        get: operations["getInvoicesStatsMonthsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/stats/converted/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the statistics seen in one currency as CSV, XLSX or JSON: a line for each currency with its dated rate, and one for all; in the organisation's currency unless asked otherwise */
        get: operations["getInvoicesStatsConvertedExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The exchange rates that were entered, newest first */
        get: operations["getExchangeRates"];
        /** Enter exchange rates; one for the same pair and day replaces what was entered before */
        put: operations["putExchangeRates"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payments, newest first, with totals per currency */
        get: operations["getPayments"];
        put?: never;
        /** Record a payment: for named invoices, or the longest due first; the rest is credit */
        post: operations["postPayments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo a payment: its invoices ask for the money again */
        post: operations["postPaymentsIdUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give money of a payment back */
        post: operations["postPaymentsIdRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A payment and what it was used for */
        get: operations["getPaymentsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a payment: who, when, old and new; and how it stood then */
        get: operations["getPaymentsIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a payment for an invoice; what goes beyond is credit */
        post: operations["postInvoicesIdPayments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/payments/{reference}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo a payment, wherever it went */
        post: operations["postInvoicesIdPaymentsReferenceUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/apply-credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay an invoice with the client's credit */
        post: operations["postInvoicesIdApplyCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/release-credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give credit that paid an invoice back to the client's credit */
        post: operations["postInvoicesIdReleaseCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{id}/credit/pay-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay a client's credit out, whatever it came from */
        post: operations["postClientsIdCreditPayOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{id}/credit/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay a client's open invoices with its credit, the longest due first */
        post: operations["postClientsIdCreditApply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{id}/credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a client has to its credit, per currency */
        get: operations["getClientsIdCredit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the filtered payments as CSV, XLSX or JSON */
        get: operations["getPaymentsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which invoices a payment would pay, and what would become credit */
        post: operations["postPaymentsPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/credit-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Credit an issued invoice, in whole or in part */
        post: operations["postInvoicesIdCreditNotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/credit-notes/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a credit note would come to, and what would still be due */
        post: operations["postInvoicesIdCreditNotesPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit-notes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A credit note */
        get: operations["getCreditNotesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit-notes/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a credit note: who and when; and how it stood then */
        get: operations["getCreditNotesIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Credit notes, newest first, with totals per currency */
        get: operations["getCreditNotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit-notes/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the filtered credit notes as CSV, XLSX or JSON */
        get: operations["getCreditNotesExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An invoice as PDF; once issued, the same bytes each time */
        get: operations["getInvoicesIdPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit-notes/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A credit note as PDF, the same bytes each time */
        get: operations["getCreditNotesIdPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quotes/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A quote as PDF; once issued, the same bytes each time */
        get: operations["getQuotesIdPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/letterhead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What stands on an invoice besides itself: the sender, the look, how it is paid */
        get: operations["getInvoicesIdLetterhead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quotes/{id}/letterhead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What stands on a quote besides itself: the sender and the look */
        get: operations["getQuotesIdLetterhead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credit-notes/{id}/letterhead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What stands on a credit note besides itself: the sender and the look */
        get: operations["getCreditNotesIdLetterhead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail an issued invoice with its PDF; what is left out is as the client has it */
        post: operations["postInvoicesIdSend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/schedule-send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail an issued invoice at a time, at least a minute ahead */
        post: operations["postInvoicesIdScheduleSend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/sendings/{sending}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a mail with an invoice that still waits for its time */
        post: operations["postInvoicesIdSendingsSendingWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The mail that goes out with an invoice unless somebody writes another one */
        get: operations["getInvoicesIdLetter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quotes/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail an issued quote with its PDF; what is left out is as the client has it */
        post: operations["postQuotesIdSend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quotes/{id}/schedule-send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail an issued quote at a time, at least a minute ahead */
        post: operations["postQuotesIdScheduleSend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quotes/{id}/sendings/{sending}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a mail with a quote that still waits for its time */
        post: operations["postQuotesIdSendingsSendingWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quotes/{id}/letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The mail that goes out with a quote unless somebody writes another one */
        get: operations["getQuotesIdLetter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/sendings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The mails with an invoice: planned, under way, sent, failed */
        get: operations["getInvoicesIdSendings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quotes/{id}/sendings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The mails with a quote: planned, under way, sent, failed */
        get: operations["getQuotesIdSendings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The links that open an invoice without an account, and when they were used */
        get: operations["getInvoicesIdLinks"];
        put?: never;
        /** Make a link that opens the invoice without an account; it is shown this once */
        post: operations["postInvoicesIdLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/links/{link}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a link: it opens nothing any more */
        post: operations["postInvoicesIdLinksLinkWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billing-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Billing runs, newest first */
        get: operations["getBillingRuns"];
        put?: never;
        /** Bill what is open: a draft for each client and currency; dryRun only says what it would make */
        post: operations["postBillingRuns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billing-runs/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the filtered billing runs as CSV, XLSX or JSON, a line for each currency */
        get: operations["getBillingRunsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billing-runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A billing run: its drafts and invoices, what is left out or parked and why */
        get: operations["getBillingRunsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billing-runs/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a billing run: who, when, how many; and how it and its invoices stood then */
        get: operations["getBillingRunsIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billing-runs/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue the drafts of a billing run */
        post: operations["postBillingRunsIdApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billing-runs/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drop the drafts of a billing run; their charges are open again */
        post: operations["postBillingRunsIdDiscard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/billing-runs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try again what a billing run parked */
        post: operations["postBillingRunsIdRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Quotes, with totals per currency and the number in each view */
        get: operations["getQuotes"];
        put?: never;
        /** Begin a draft of a quote */
        post: operations["postQuotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quotes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A quote as it stands */
        get: operations["getQuotesId"];
        /** Write a quote's draft anew, as a whole */
        put: operations["putQuotesId"];
        post?: never;
        /** Drop a quote's draft; what is issued stays */
        delete: operations["deleteQuotesId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quotes/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an unsaved quote comes to */
        post: operations["postQuotesPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quotes/{id}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue a quote: it gets its number, and what it offers never changes again */
        post: operations["postQuotesIdIssue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quotes/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The client accepts a quote: an invoice is drafted with what it offers, once */
        post: operations["postQuotesIdAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quotes/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The client declines a quote */
        post: operations["postQuotesIdDecline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quotes/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a quote */
        post: operations["postQuotesIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quotes/{id}/prolong": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a quote hold longer; one that has expired can be accepted again */
        post: operations["postQuotesIdProlong"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quotes/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a draft with what stands on a quote */
        post: operations["postQuotesIdDuplicate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quotes/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the filtered quotes as CSV, XLSX or JSON */
        get: operations["getQuotesExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quotes/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a quote, and how it stood then */
        get: operations["getQuotesIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recurring-invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recurring invoices, those that bill next first, with the number in each view */
        get: operations["getRecurringInvoices"];
        put?: never;
        /** Begin an invoice that comes again and again */
        post: operations["postRecurringInvoices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recurring-invoices/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an unsaved recurring invoice would bill, and on which days */
        post: operations["postRecurringInvoicesPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recurring-invoices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A recurring invoice: what it bills, its next twelve days, what became of those that have come */
        get: operations["getRecurringInvoicesId"];
        /** Write a recurring invoice anew, as a whole; invoices that are made stay */
        put: operations["putRecurringInvoicesId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recurring-invoices/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pause a recurring invoice: days that come meanwhile are left out */
        post: operations["postRecurringInvoicesIdPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recurring-invoices/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a paused recurring invoice bill again */
        post: operations["postRecurringInvoicesIdResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recurring-invoices/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a recurring invoice, for good */
        post: operations["postRecurringInvoicesIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recurring-invoices/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try again what a recurring invoice parked */
        post: operations["postRecurringInvoicesIdRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recurring-invoices/{id}/price-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a recurring invoice bill something else from a day on */
        post: operations["postRecurringInvoicesIdPriceChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recurring-invoices/{id}/price-change/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a price change of a day to come */
        post: operations["postRecurringInvoicesIdPriceChangeWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recurring-invoices/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a recurring invoice: who, when, old and new; and how it stood then */
        get: operations["getRecurringInvoicesIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recurring-invoices/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the filtered recurring invoices as CSV, XLSX or JSON */
        get: operations["getRecurringInvoicesExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoicing/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When and how clients are reminded */
        get: operations["getInvoicingReminders"];
        /** Arrange when and how clients are reminded; what is left out stays as it is */
        put: operations["putInvoicingReminders"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoicing/mail-texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the mail with an invoice says, in each language */
        get: operations["getInvoicingMailTexts"];
        /** Write what the mail with an invoice says */
        put: operations["putInvoicingMailTexts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoicing/quote-mail-texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the mail with a quote says, in each language */
        get: operations["getInvoicingQuoteMailTexts"];
        /** Write what the mail with a quote says */
        put: operations["putInvoicingQuoteMailTexts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoicing/mail-texts/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A text as it would look in a mail, for a document that is made up */
        post: operations["postInvoicingMailTextsPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reminders of an invoice: what became of them, and what is ahead */
        get: operations["getInvoicesIdReminders"];
        put?: never;
        /** Send a reminder now, once */
        post: operations["postInvoicesIdReminders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/reminders/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a reminder that failed for good once more */
        post: operations["postInvoicesIdRemindersAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/reminders/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The very mail of a reminder: today's, or on its day where that is still to come */
        get: operations["getInvoicesIdRemindersPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/reminders/silence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** No reminders of this invoice any more */
        post: operations["postInvoicesIdRemindersSilence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invoices/{id}/reminders/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Allow reminders of this invoice again */
        post: operations["postInvoicesIdRemindersResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The meters */
        get: operations["getMeters"];
        put?: never;
        /** Define a meter */
        post: operations["postMeters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meters/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A meter with its versions */
        get: operations["getMetersCode"];
        /** Rename a meter, or give it a new version */
        put: operations["putMetersCode"];
        post?: never;
        /** Retire a meter */
        delete: operations["deleteMetersCode"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The usage events, the latest first */
        get: operations["getUsageEvents"];
        put?: never;
        /** Send usage events: one, an array of up to 10,000, or a stream of lines */
        post: operations["postUsageEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage/backfills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The back-fills, the newest first */
        get: operations["getUsageBackfills"];
        put?: never;
        /** Open a back-fill: a batch of usage that can be taken back as a whole */
        post: operations["postUsageBackfills"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage/backfills/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A back-fill, and what it brought for each meter */
        get: operations["getUsageBackfillsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage/backfills/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send usage events with a back-fill: one, an array of up to 10,000, a stream of lines, or CSV */
        post: operations["postUsageBackfillsIdEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage/backfills/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a back-fill: it takes no more events */
        post: operations["postUsageBackfillsIdClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage/backfills/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo a back-fill: all its events are withdrawn */
        post: operations["postUsageBackfillsIdUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The limits that hold today and what is used of them, the fullest thousand first */
        get: operations["getUsageLimits"];
        /** Limit how much a subject may use, in place of what its plans say */
        put: operations["putUsageLimits"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage-limits/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was told of limits, the newest first */
        get: operations["getUsageLimitsAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage-limits/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drop a subject's own limit; what its plans say holds again */
        post: operations["postUsageLimitsDrop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/entitlements/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether somebody may use more of something, and how much is left */
        get: operations["getEntitlementsCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meters/{code}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The usage of a meter over time */
        get: operations["getMetersCodeUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage/events/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a usage event: it counts no longer */
        post: operations["postUsageEventsWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage/events/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Amend a usage event: what it counts as */
        post: operations["postUsageEventsAmend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report usage that was added up over a period */
        post: operations["postUsage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reported usage, the latest period first */
        get: operations["getUsageMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the reports of the last days come to; levels are averaged or the greatest, never added */
        get: operations["getUsageSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What all reports come to */
        get: operations["getUsageStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pricing/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a price makes of usage, and how; nothing is written */
        post: operations["postPricingQuote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The wallets, those first that pay first */
        get: operations["getWallets"];
        put?: never;
        /** Open a wallet for a client */
        post: operations["postWallets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A wallet */
        get: operations["getWalletsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallets/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What went into a wallet and out of it, newest first */
        get: operations["getWalletsIdEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallets/{id}/top-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Top up a wallet; one source tops up once */
        post: operations["postWalletsIdTopUps"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallets/{id}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay something from a wallet; one source is paid once */
        post: operations["postWalletsIdUses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallets/{id}/top-up-rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Agree when a wallet is topped up by itself */
        put: operations["putWalletsIdTopUpRule"];
        post?: never;
        /** Top up a wallet by hand only */
        delete: operations["deleteWalletsIdTopUpRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wallets/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Void a wallet: what is left in it is forfeited */
        post: operations["postWalletsIdVoid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The coupons */
        get: operations["getCoupons"];
        put?: never;
        /** Offer a coupon */
        post: operations["postCoupons"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A coupon, who has it, and what it took off */
        get: operations["getCouponsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/{id}/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a coupon to a client */
        post: operations["postCouponsIdClients"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/{id}/clients/take-away": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a coupon away from a client; what it took off stays off */
        post: operations["postCouponsIdClientsTakeAway"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/{id}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a coupon's value off what a client owes; one source counts once */
        post: operations["postCouponsIdUses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/coupons/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a coupon */
        post: operations["postCouponsIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The usage plans */
        get: operations["getUsagePlans"];
        put?: never;
        /** Define a usage plan */
        post: operations["postUsagePlans"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage-plans/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A usage plan with its versions */
        get: operations["getUsagePlansCode"];
        /** Give a usage plan a new version, for periods to come */
        put: operations["putUsagePlansCode"];
        post?: never;
        /** Retire a usage plan */
        delete: operations["deleteUsagePlansCode"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage-plans/{code}/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is billed by a usage plan */
        get: operations["getUsagePlansCodeClients"];
        put?: never;
        /** Bill a client by a usage plan */
        post: operations["postUsagePlansCodeClients"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage-plans/{code}/clients/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say through which day a client is billed by a usage plan */
        post: operations["postUsagePlansCodeClientsLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage/bill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bill the usage of periods that have ended; dryRun=true only says what would be billed */
        post: operations["postUsageBill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage/bills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bills of periods, the latest first */
        get: operations["getUsageBills"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage/bills/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bill of a period, with its lines */
        get: operations["getUsageBillsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage/bills/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The usage events that a line of a bill is made of */
        get: operations["getUsageBillsIdEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage/bills/{id}/late/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bill late usage that waits */
        post: operations["postUsageBillsIdLateAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage/bills/{id}/late/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse late usage that waits: it is not billed */
        post: operations["postUsageBillsIdLateRefuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pricing/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a plan would have asked for what clients really used, beside what theirs ask; nothing is written */
        post: operations["postPricingWhatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plans, in the order in which people choose */
        get: operations["getPlans"];
        put?: never;
        /** Offer a plan */
        post: operations["postPlans"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A plan with its versions */
        get: operations["getPlansCode"];
        /** Give a plan a new version */
        put: operations["putPlansCode"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{code}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive a plan: who has it keeps it */
        post: operations["postPlansCodeArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{code}/outside-prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say which prices of Stripe's stand for a plan */
        put: operations["putPlansCodeOutsidePrices"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/seed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Offer plans to begin with: Free, Pro, Enterprise; what is there already stays */
        post: operations["postPlansSeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The first invoices of a plan that is being written; nothing is kept */
        post: operations["postPlansPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscription-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How subscriptions are billed */
        get: operations["getSubscriptionSettings"];
        /** Arrange how subscriptions are billed */
        put: operations["putSubscriptionSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Subscriptions, those that renew next first, with the number in each status */
        get: operations["getSubscriptions"];
        put?: never;
        /** Subscribe a client to a plan */
        post: operations["postSubscriptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscriptions/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What subscribing a client would bill by now, and the invoice after that; nothing is changed */
        post: operations["postSubscriptionsPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscriptions/active": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Subscriptions that are billed and paid for: neither tried, past due, paused nor canceled */
        get: operations["getSubscriptionsActive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A subscription: what it is, when it renews, what was billed and how far each invoice is */
        get: operations["getSubscriptionsId"];
        put?: never;
        post?: never;
        /** Cancel a subscription with its period, which can be undone until then; or immediately, with a credit or a refund for what is unused or without */
        delete: operations["deleteSubscriptionsId"];
        options?: never;
        head?: never;
        /** Change plan or quantity, at once or with the next period; let it end with its period, or go on; take or drop a coupon */
        patch: operations["patchSubscriptionsId"];
        trace?: never;
    };
    "/api/subscriptions/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a change would bill, or an immediate end, and the next invoice; nothing is changed */
        post: operations["postSubscriptionsIdPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscriptions/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pause a subscription: no further period is billed until it is resumed */
        post: operations["postSubscriptionsIdPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscriptions/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resume a paused subscription; what is left of a period that has begun meanwhile is billed */
        post: operations["postSubscriptionsIdResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscriptions/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try again the invoices of a subscription that were parked */
        post: operations["postSubscriptionsIdRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscriptions/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a subscription, and what it was at an instant */
        get: operations["getSubscriptionsIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mirrored-subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Subscriptions that Stripe bills, those that renew next first */
        get: operations["getMirroredSubscriptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mirrored-subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A subscription that Stripe bills, as it stood there last */
        get: operations["getMirroredSubscriptionsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscriptions/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The product's organisations that are clients of the operator's; elsewhere there are none */
        get: operations["getSubscriptionsOrganisations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscriptions/organisations/{organisation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make an organisation of the product a client: what it subscribes to limits it; for the operator's only */
        put: operations["putSubscriptionsOrganisationsOrganisation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscriptions/organisations/{organisation}/set-free": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An organisation is no client any more, and nothing limits it; for the operator's only */
        post: operations["postSubscriptionsOrganisationsOrganisationSetFree"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics/mrr": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Monthly recurring revenue at an instant, and its movements day by day, per currency */
        get: operations["getMetricsMrr"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics/churn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Clients and revenue lost, revenue per client, its value over a client's life, and trials that were paid for, per currency */
        get: operations["getMetricsChurn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics/mrr/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The clients and subscriptions behind the movements of monthly recurring revenue, the latest first */
        get: operations["getMetricsMrrMovements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/stripe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where Stripe tells what happened; signed */
        post: operations["postWebhooksStripe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stripe/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What Stripe told, the latest first */
        get: operations["getStripeEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stripe/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An event of Stripe's, with all that it says */
        get: operations["getStripeEventsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stripe/events/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Handle an event of Stripe's once more; what is known already changes nothing */
        post: operations["postStripeEventsIdReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stripe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether Stripe is connected, and what it is to tell */
        get: operations["getStripe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stripe/reconcile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask Stripe for events that were never delivered, and take them in */
        post: operations["postStripeReconcile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{clientId}/payment-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cards of a client, as much of them as anybody may see */
        get: operations["getClientsClientIdPaymentMethods"];
        put?: never;
        /** Keep a card for a client, by its provider's token; with it is collected at once what could not be, and what was issued before there was one */
        post: operations["postClientsClientIdPaymentMethods"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{clientId}/payment-methods/{id}/default": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Charge this card from now on; with it is collected at once what could not be, and what was issued before there was one */
        post: operations["postClientsClientIdPaymentMethodsIdDefault"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{clientId}/payment-methods/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a card; the one that is charged only when it is the last */
        delete: operations["deleteClientsClientIdPaymentMethodsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dunning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invoices that are collected from cards: without a filter those that are not paid, the next retry first */
        get: operations["getDunning"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dunning/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The collecting of an invoice, with all that was tried */
        get: operations["getDunningId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dunning/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Charge the client's card now; while an attempt is under way its provider is asked what came of it instead */
        post: operations["postDunningIdRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dunning/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Charge nobody any more for this invoice; it can be paid by hand */
        post: operations["postDunningIdStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dunning/{id}/refunds/{number}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have the provider asked once more to give back what it would not */
        post: operations["postDunningIdRefundsNumberRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/checkout-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Links by which somebody subscribes without an account, newest first */
        get: operations["getCheckoutSessions"];
        put?: never;
        /** Make a link by which somebody subscribes without an account, once; it is shown this once */
        post: operations["postCheckoutSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/checkout-sessions/{id}/expire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a checkout session: its link opens nothing any more */
        post: operations["postCheckoutSessionsIdExpire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/checkout-sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A checkout session, and what became of it */
        get: operations["getCheckoutSessionsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a link by which a client looks after its subscriptions, cards and invoices for an hour, and cancels with the period unless the settings say otherwise; it is shown this once */
        post: operations["postPortalSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal-sessions/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a portal session: its link opens nothing any more */
        post: operations["postPortalSessionsIdClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The providers of AI services that the product knows */
        get: operations["getAiProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The accounts at providers of AI services, each with its month so far and its last reading */
        get: operations["getAiAccounts"];
        put?: never;
        /** Open an account at a provider of AI services */
        post: operations["postAiAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An account at a provider of AI services */
        get: operations["getAiAccountsId"];
        /** Arrange an account at a provider of AI services; another address asks for the credential again */
        put: operations["putAiAccountsId"];
        post?: never;
        /** Archive an account at a provider of AI services, as deleting does */
        delete: operations["deleteAiAccountsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/accounts/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive an account at a provider of AI services; what was read of it stays */
        post: operations["postAiAccountsIdArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/accounts/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try whether the provider takes the credential of an account */
        post: operations["postAiAccountsIdTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/accounts/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read an account at a provider of AI services now */
        post: operations["postAiAccountsIdSync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/accounts/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The diary of an account: its readings, the latest first */
        get: operations["getAiAccountsIdRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/accounts/{id}/runs/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A reading of an account, as far as it is */
        get: operations["getAiAccountsIdRunsRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The price book */
        get: operations["getAiPrices"];
        put?: never;
        /** Write down what a model costs */
        post: operations["postAiPrices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/prices/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a catalogue of list prices into the price book: LiteLLM's, models.dev's or OpenRouter's JSON */
        post: operations["postAiPricesImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/prices/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Price usage again by the price book as it is now */
        post: operations["postAiPricesApply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What AI services cost in a month, by account, and what the month comes to */
        get: operations["getAiUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/usage/daily": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What AI services cost day by day, by group; by client and by tag as the rules of allocation say */
        get: operations["getAiUsageDaily"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/usage/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Usage of AI services, record by record */
        get: operations["getAiUsageRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/usage/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export usage of AI services as CSV, XLSX or JSON, record by record, or as FOCUS 1.2 or 1.4 */
        get: operations["getAiUsageExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/usage/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell of calls of AI services that one's own programs made */
        post: operations["postAiUsageCalls"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/usage/manual": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down what an account of an AI service used */
        post: operations["postAiUsageManual"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/usage/manual/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Correct usage that was written down by hand */
        put: operations["putAiUsageManualId"];
        post?: never;
        /** Strike usage that was written down by hand */
        delete: operations["deleteAiUsageManualId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/usage/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import usage of AI services from a file, the product's own columns or FOCUS, or see what it would do */
        post: operations["postAiUsageImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/usage/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files of usage that were taken over, newest first */
        get: operations["getAiUsageImports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/usage/imports/{importId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an import of usage back: its records count no more */
        post: operations["postAiUsageImportsImportIdUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/accounts/{id}/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reported money of an account beside what the price book makes of its tokens, day by day, by currency */
        get: operations["getAiAccountsIdReconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/users/forget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forget somebody whom providers of AI services tell of: the address is gone for good, what was used stays */
        post: operations["postAiUsersForget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/allocation-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules that say for which clients or tags costs of AI services are, in the order in which they are tried */
        get: operations["getAiAllocationRules"];
        put?: never;
        /** Write a rule that says for which clients or tags costs of AI services are */
        post: operations["postAiAllocationRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/allocation-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A rule that says for whom costs of AI services are */
        get: operations["getAiAllocationRulesId"];
        /** Write a rule of allocation anew; costs of all times follow it, and what was charged stays until the month is billed again */
        put: operations["putAiAllocationRulesId"];
        post?: never;
        /** Drop a rule of allocation */
        delete: operations["deleteAiAllocationRulesId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/rebilling/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What clients pay for what AI services cost for them */
        get: operations["getAiRebillingTerms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/rebilling/terms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Agree what a client pays for what AI services cost for it: a markup, or a fixed margin a month */
        put: operations["putAiRebillingTermsId"];
        post?: never;
        /** Charge a client for nothing more of what AI services cost */
        delete: operations["deleteAiRebillingTermsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/rebilling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What clients were charged for what AI services cost for them, month by month */
        get: operations["getAiRebilling"];
        put?: never;
        /** Charge clients for what AI services cost for them in a month, or see what it would come to */
        post: operations["postAiRebilling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/rebilling/{id}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The records of usage that a month of a client was charged for */
        get: operations["getAiRebillingIdUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/usage/records/{id}/charges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which clients were charged for a record of usage, and with which share of it */
        get: operations["getAiUsageRecordsIdCharges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What somebody should look at about AI services: usage without a price, credentials, readings, budgets, days that stand out, balances, services that are down */
        get: operations["getAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that somebody has seen an alert about AI services */
        post: operations["postAlertsIdAcknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Seats of AI services that cost the same each month */
        get: operations["getAiSeats"];
        put?: never;
        /** Book seats of an AI service that cost the same each month */
        post: operations["postAiSeats"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/seats/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Agree another number or another price of seats, from a day on */
        put: operations["putAiSeatsId"];
        post?: never;
        /** Give seats up: nothing is charged on a day or later; left out, from tomorrow on */
        delete: operations["deleteAiSeatsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/accounts/{id}/balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is left at a provider of what was paid before, as it last told */
        get: operations["getAiAccountsIdBalances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/analytics/trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Daily costs of AI services of one account or of all, by currency, with averages over 7 and 30 days */
        get: operations["getAiAnalyticsTrends"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/analytics/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What AI services will cost if the last 90 days go on, of one account or of all, by currency */
        get: operations["getAiAnalyticsForecast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/analytics/anomalies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Days on which an account of an AI service cost much more or much less than before, latest first */
        get: operations["getAiAnalyticsAnomalies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alert-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules that say what somebody should look at about AI services: the usual one of each kind, then the organisation's own by name */
        get: operations["getAlertRules"];
        put?: never;
        /** Write a rule that says what somebody should look at about AI services */
        post: operations["postAlertRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alert-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A rule that says what somebody should look at about AI services */
        get: operations["getAlertRulesId"];
        /** Arrange a rule of alerts, or switch it off or on; alerts follow it at once */
        put: operations["putAlertRulesId"];
        post?: never;
        /** Drop a rule of alerts; its alerts are settled. The usual rule of a kind can only be switched off */
        delete: operations["deleteAlertRulesId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the same usage would have cost on another model; nothing is written */
        post: operations["postAiWhatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/budgets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Budgets for what AI services cost, and how they stand this month */
        get: operations["getAiBudgets"];
        put?: never;
        /** Open a budget for what AI services cost in a month */
        post: operations["postAiBudgets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/budgets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A budget for what AI services cost, and how it stands this month */
        get: operations["getAiBudgetsId"];
        /** Arrange a budget for what AI services cost; another amount is told of anew */
        put: operations["putAiBudgetsId"];
        post?: never;
        /** Close a budget for what AI services cost */
        delete: operations["deleteAiBudgetsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The categories of support requests, and whether their hours are billed */
        get: operations["getSupportCategories"];
        put?: never;
        /** Open a category of support requests */
        post: operations["postSupportCategories"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/categories/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename, close or reopen a category of support requests, or say whether its hours are billed */
        patch: operations["patchSupportCategoriesCode"];
        trace?: never;
    };
    "/api/support/rate-cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an hour of support costs, by client and day */
        get: operations["getSupportRateCards"];
        put?: never;
        /** Agree what an hour of support costs from a day on, for a client or for all */
        post: operations["postSupportRateCards"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/rate-cards/{from}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw the rate card of a day; what was billed stays */
        delete: operations["deleteSupportRateCardsFrom"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/allowances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What costs clients nothing in a month, by client and month, and how free hours are shared */
        get: operations["getSupportAllowances"];
        put?: never;
        /** Agree what costs nothing in a month from a month on, for a client or for all */
        post: operations["postSupportAllowances"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/allowances/{from}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw the allowance that begins on a day; what was billed stays */
        delete: operations["deleteSupportAllowancesFrom"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/free-hours-order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose which requests get the free hours of a month first */
        put: operations["putSupportFreeHoursOrder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The support requests, newest first, with how many of each kind the filter finds */
        get: operations["getSupportRequests"];
        put?: never;
        /** Write down what a client asked for */
        post: operations["postSupportRequests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A support request */
        get: operations["getSupportRequestsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Amend a support request; what is left out stays as it is. One that was billed answers 409 with its invoice */
        patch: operations["patchSupportRequestsId"];
        trace?: never;
    };
    "/api/support/requests/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When support requests came, of which kind they were, and what they come to; the filters are those of the list */
        get: operations["getSupportRequestsStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/requests/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a support request away; it is not billed */
        post: operations["postSupportRequestsIdArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/requests/{id}/ignore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that something was no support request; it is not billed */
        post: operations["postSupportRequestsIdIgnore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/requests/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a support request count again */
        post: operations["postSupportRequestsIdRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/requests/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Amend up to 100 support requests, by ids or by the filter of the list; each stands for itself */
        post: operations["postSupportRequestsBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/requests/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the filtered support requests as CSV, XLSX or JSON */
        get: operations["getSupportRequestsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/requests/import/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take over a file of support requests, such as an export, or see what it would do */
        post: operations["postSupportRequestsImportRows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/requests/import/rows/rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The lines of a file of support requests that cannot be taken, with the reason, to be mended */
        post: operations["postSupportRequestsImportRowsRejected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The projects, the latest completed first, with how many there are of each status */
        get: operations["getSupportProjects"];
        put?: never;
        /** Write down a project for a client */
        post: operations["postSupportProjects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/projects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A project */
        get: operations["getSupportProjectsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Amend a project; what is left out stays as it is. One that was billed answers 409 with its invoice */
        patch: operations["patchSupportProjectsId"];
        trace?: never;
    };
    "/api/support/projects/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a project away; it is not billed */
        post: operations["postSupportProjectsIdArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/projects/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a project count again */
        post: operations["postSupportProjectsIdRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sites that are hosted for clients, by name */
        get: operations["getSupportSites"];
        put?: never;
        /** Take on a site that is hosted for a client */
        post: operations["postSupportSites"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/sites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A site that is hosted for a client */
        get: operations["getSupportSitesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Amend a hosted site, its days and its fee from a month on; what is left out stays as it is */
        patch: operations["patchSupportSitesId"];
        trace?: never;
    };
    "/api/support/sites/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a site away whose hosting ends; the months in which it was hosted stay */
        post: operations["postSupportSitesIdArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/sites/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show a hosted site in lists again */
        post: operations["postSupportSitesIdRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/hosting/months": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hosting month by month and client by client: days, gross, credit and net of each site, the latest month first */
        get: operations["getSupportHostingMonths"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/months": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What months come to, of a client or of all, by currency, with what the cards of an overview show */
        get: operations["getSupportMonths"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/months/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export what months come to as CSV, XLSX or JSON */
        get: operations["getSupportMonthsExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/months/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a month of a client comes to: hours, projects, hosting, with every line */
        get: operations["getSupportMonthsMonth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/months/{month}/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The clients of whom there is anything in a month, and what it comes to for each */
        get: operations["getSupportMonthsMonthClients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/months/{month}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try again the invoices of a closed month that were parked */
        post: operations["postSupportMonthsMonthRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/months/{month}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a month of a client: one draft invoice of what is open. With dryRun it only says what it would bill */
        post: operations["postSupportMonthsMonthClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/message-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** By which words text messages are sorted into requests */
        get: operations["getSupportMessageLists"];
        /** Choose by which words text messages are sorted into requests; without lists, the usual ones */
        put: operations["putSupportMessageLists"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/requests/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sort a file of text messages into support requests, or see what it would do and by which rules */
        post: operations["postSupportRequestsImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/requests/import/rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The lines of a file of text messages that cannot be read, with the reason, to be mended */
        post: operations["postSupportRequestsImportRejected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/requests/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an import of text messages back; requests that were changed or billed since stay */
        post: operations["postSupportRequestsImportsIdUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/requests/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files of text messages and of requests that were taken over, newest first */
        get: operations["getSupportRequestsImports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The connections with help desks and CRMs */
        get: operations["getSupportConnections"];
        put?: never;
        /** Connect a help desk or a CRM; its credential is tried before it is kept */
        post: operations["postSupportConnections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A connection with a help desk or a CRM */
        get: operations["getSupportConnectionsId"];
        /** Arrange a connection; another address or another user asks for the credential again */
        put: operations["putSupportConnectionsId"];
        post?: never;
        /** End a connection; what was read of it stays */
        delete: operations["deleteSupportConnectionsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/connections/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try whether a help desk or a CRM lets us in */
        post: operations["postSupportConnectionsIdTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/connections/{id}/nudges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a system nudge us when something happened there: the secret of Twenty's webhook, or a new secret address for Fluent Support */
        post: operations["postSupportConnectionsIdNudges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/connections/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read everything of a help desk or a CRM now */
        post: operations["postSupportConnectionsIdSync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/connections/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The diary of a connection: its passes, the latest first */
        get: operations["getSupportConnectionsIdRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/connections/{id}/runs/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A pass over a help desk or a CRM, as far as it is */
        get: operations["getSupportConnectionsIdRunsRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/connections/{id}/runs/{run}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a pass did, field by field, with what it left alone because a person said it */
        get: operations["getSupportConnectionsIdRunsRunLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/connections/{id}/runs/{run}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a pass back; what people changed or billed since stays */
        post: operations["postSupportConnectionsIdRunsRunUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/twenty/{connection}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where Twenty tells that something happened to a record; signed, and only a nudge */
        post: operations["postWebhooksTwentyConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/fluent/{connection}/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where a site with Fluent Support tells that something happened to a ticket; only a nudge */
        post: operations["postWebhooksFluentConnectionToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/portal-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Those of clients who may come into the portal, by name; or those who may no more */
        get: operations["getSupportPortalUsers"];
        put?: never;
        /** Invite somebody of a client's into the portal, by mail */
        post: operations["postSupportPortalUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/portal-users/{id}/invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a portal user the invitation again */
        post: operations["postSupportPortalUsersIdInvite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/portal-users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Somebody who may come into the portal */
        get: operations["getSupportPortalUsersId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Say what a portal user may see; it holds at once */
        patch: operations["patchSupportPortalUsersId"];
        trace?: never;
    };
    "/api/support/portal-users/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a portal user in no more; whoever is in is out at once */
        post: operations["postSupportPortalUsersIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/support/portal-users/{id}/forget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forget a portal user: name and address are erased for good */
        post: operations["postSupportPortalUsersIdForget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a link mailed by which a portal user comes into the portal */
        post: operations["postPortalLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Come into the portal by a mailed link; the session is in a cookie of its own */
        post: operations["postPortalSession"];
        /** Leave the portal: the session is good for nothing any more */
        delete: operations["deletePortalSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is in the portal, and whose portal it is */
        get: operations["getPortalMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/mark": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The mark of the organisation whose portal it is */
        get: operations["getPortalMark"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the client asked for, the latest first */
        get: operations["getPortalTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/tickets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Something that the client asked for */
        get: operations["getPortalTicketsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sites that are hosted for the client, by name */
        get: operations["getPortalSites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The client's projects, the latest completed first */
        get: operations["getPortalProjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The client's invoices that are out, newest first */
        get: operations["getPortalInvoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/invoices/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An invoice of the client as a PDF */
        get: operations["getPortalInvoicesIdPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dev/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mails that no server took, newest first; only in development */
        get: operations["getDevMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dev/mails/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One such mail as its reader would see it */
        get: operations["getDevMailsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dev/mails/{id}/files/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file that goes with such a mail */
        get: operations["getDevMailsIdFilesNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisation's own mail server */
        get: operations["getMailServer"];
        /** Let the organisation's mails leave by a mail server of its own */
        put: operations["putMailServer"];
        post?: never;
        /** Let the organisation's mails leave as the product's do */
        delete: operations["deleteMailServer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-server/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a mail by the organisation's own mail server, to see whether it arrives */
        post: operations["postMailServerTry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-bounces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a mail provider tells of mails that came back */
        get: operations["getMailBounces"];
        put?: never;
        /** Make the secret that mails that came back are told of with; it is shown this once, and replaces the one before */
        post: operations["postMailBounces"];
        /** Hear no more of mails that came back; the secret is forgotten */
        delete: operations["deleteMailBounces"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-bounces/{organisation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where a mail provider tells that a mail came back; signed after Standard Webhooks */
        post: operations["postMailBouncesOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The kinds of events that addresses can be told of, with schema and example */
        get: operations["getEventTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The addresses that are told of what happens */
        get: operations["getWebhookEndpoints"];
        put?: never;
        /** Have an address told of what happens; its secret is shown this once */
        post: operations["postWebhookEndpoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An address that is told of what happens */
        get: operations["getWebhookEndpointsId"];
        /** Arrange of what an address is told, and whether; another host asks for its headers again */
        put: operations["putWebhookEndpointsId"];
        post?: never;
        /** Remove an address; what waits for it is dropped, what was sent stays in the log */
        delete: operations["deleteWebhookEndpointsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-endpoints/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make another secret for an address; it is shown this once, and the one before signs beside it for a day, unless it is withdrawn */
        post: operations["postWebhookEndpointsIdRotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-endpoints/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test to an address at once, and see what it answers */
        post: operations["postWebhookEndpointsIdTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-endpoints/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell an address once more of everything since a moment, in order */
        post: operations["postWebhookEndpointsIdReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent to addresses and what waits, the newest first */
        get: operations["getWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A delivery with what is sent, and every attempt with its answer */
        get: operations["getWebhookDeliveriesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-deliveries/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a delivery again, under its old id */
        post: operations["postWebhookDeliveriesIdResend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-deliveries/resend-failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send again everything that was given up, to addresses that are told */
        post: operations["postWebhookDeliveriesResendFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you were told, the newest first */
        get: operations["getNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much of what you were told you have not read */
        get: operations["getNotificationsUnread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** You have read what you were told */
        post: operations["postNotificationsIdRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** You have read all that you were told so far */
        post: operations["postNotificationsRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notification-preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How you want to be told */
        get: operations["getNotificationPreferences"];
        /** Say how you want to be told */
        put: operations["putNotificationPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notification-channels/{channel}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Be told in Slack, Discord, Teams, or at an address of your own, too */
        put: operations["putNotificationChannelsChannel"];
        post?: never;
        /** Be told there no longer; the address is dropped */
        delete: operations["deleteNotificationChannelsChannel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notification-channels/{channel}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send yourself a test, and see what comes of it */
        post: operations["postNotificationChannelsChannelTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reports that you may read, what each says, and which days it takes */
        get: operations["getReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A report with its rows and sums; with at, a day or an instant, as it was then, made from the events until then */
        get: operations["getReportsName"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{name}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a report of now from the events; with compare=true it says what differs from the one that stands. Nothing is written */
        post: operations["postReportsNameReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{name}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export a report, as of now or of any instant before, as CSV, XLSX or JSON */
        get: operations["getReportsNameExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved reports, of those that you may read */
        get: operations["getSavedReports"];
        put?: never;
        /** Save a report under a name */
        post: operations["postSavedReports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a saved report another name or other days */
        put: operations["putSavedReportsId"];
        post?: never;
        /** Drop a saved report; nobody gets it by mail any more */
        delete: operations["deleteSavedReportsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-reports/{id}/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Send a saved report by mail, each week or month on a day */
        put: operations["putSavedReportsIdMail"];
        post?: never;
        /** Send a saved report by mail no more */
        delete: operations["deleteSavedReportsIdMail"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptInvitation: {
            token: string;
            password?: null | string;
            firstName?: null | string;
            lastName?: null | string;
            code?: null | string;
        };
        AcknowledgeAlert: {
            note?: null | string;
        };
        ActivityLine: {
            /** Format: int64 */
            seq: number;
            /** Format: date-time */
            at: string;
            actor: components["schemas"]["Actor"];
            type: string;
            /** Format: uuid */
            id: string;
            facts: {
                [key: string]: string;
            };
            facilityName: null | string;
            /** Format: int64 */
            changes: number;
        };
        /** @description Who did it: a person, an API key, the product itself. */
        Actor: {
            /** @description `person`, `key` or `system`. */
            kind: string;
            /** @description Their id within the kind. */
            id: string;
            /** @description How they were called at the time. A person's is sealed in the log with a key of theirs, and reads as erased once they are forgotten. */
            name: string;
        };
        AddPaymentMethod: {
            token: string;
            /** @default true */
            default?: boolean;
        };
        /** @enum {unknown} */
        Aggregation: "count" | "sum" | "max" | "latest" | "uniqueCount" | "average" | "weightedSum";
        Aging: {
            notDue: components["schemas"]["Money"];
            days1To30: components["schemas"]["Money"];
            days31To60: components["schemas"]["Money"];
            days61To90: components["schemas"]["Money"];
            over90: components["schemas"]["Money"];
        };
        AgreeAllowance: {
            /** Format: date */
            from: string;
            hours: components["schemas"]["Quantity"];
            projects?: null | components["schemas"]["FreeProjects"][];
            /** Format: int32 */
            sitesPer?: null | number;
            /** Format: uuid */
            clientId?: null | string;
        };
        AgreeLimit: {
            subject: string;
            meter: string;
            limit: components["schemas"]["Quantity"];
            code?: null | string;
            kind?: components["schemas"]["LimitKind"];
            thresholds?: null | number[];
            every?: components["schemas"]["PeriodLength"];
        };
        AgreeNudging: {
            secret?: null | string;
        };
        AgreePreferences: {
            choices?: null | components["schemas"]["NotificationChoice"][];
            quiet?: null | components["schemas"]["QuietHours"];
            digest?: null | components["schemas"]["Digest"];
            timeZone?: null | string;
            language?: null | string;
        };
        AgreeRates: {
            /** Format: date */
            from: string;
            promotion: components["schemas"]["UnitPrice"];
            low: components["schemas"]["UnitPrice"];
            medium: components["schemas"]["UnitPrice"];
            high: components["schemas"]["UnitPrice"];
            /** Format: uuid */
            clientId?: null | string;
            /** @description ISO 4217, such as EUR. */
            currency?: null | string;
        };
        AgreeRebilling: {
            /** @description Hundredths, such as 19 or 7.5. */
            markup?: null | string;
            /**
             * @example {
             *       "amount": "12.50",
             *       "currency": "EUR"
             *     }
             */
            margin?: null | {
                /** @description An exact amount in major units, with at most the currency's decimals. */
                amount: string;
                /** @description ISO 4217. */
                currency: string;
            };
        };
        AgreeReportMail: {
            rhythm: components["schemas"]["MailRhythm"];
            /** Format: int32 */
            day: number;
            readers: string[];
            format?: components["schemas"]["MailedFormat"];
        };
        AgreeSeats: {
            /** Format: int32 */
            seats: number;
            price: components["schemas"]["Cost"];
            /** Format: date */
            from: string;
        };
        /** Format: uuid */
        AiAccountId: string;
        AiAccountPage: {
            id: components["schemas"]["AiAccountId"];
            provider: string;
            providerName: string;
            name: string;
            role: components["schemas"]["AiRole"];
            baseUrl: null | string;
            scope: null | string;
            credential: components["schemas"]["AiCredentialState"];
            credentialShown: null | string;
            monthlyLimit: null | components["schemas"]["Money"];
            /** Format: int32 */
            everyMinutes: number;
            tags: string[];
            /** Format: date */
            readFrom: string;
            active: boolean;
            archived: boolean;
            /** Format: int64 */
            version: number;
            sums?: null | components["schemas"]["AiAccountSums"];
        };
        AiAccountSums: {
            /** Format: date */
            from: string;
            costs: components["schemas"]["Cost"][];
            /** Format: int64 */
            inputTokens: number;
            /** Format: int64 */
            outputTokens: number;
            /** Format: int32 */
            unpriced: number;
            lastReading: null | components["schemas"]["AiLastReading"];
        };
        /** @enum {unknown} */
        AiAlertAudience: "readers" | "keepers" | "nobody";
        /** Format: uuid */
        AiAlertId: string;
        /** @enum {unknown} */
        AiAlertKind: "unpriced" | "credentialRejected" | "syncStale" | "budget" | "anomaly" | "balanceLow" | "serviceDown";
        AiAlertLine: {
            id: components["schemas"]["AiAlertId"];
            kind: components["schemas"]["AiAlertKind"];
            level: components["schemas"]["AlertLevel"];
            accountId: null | components["schemas"]["AiAccountId"];
            budgetId: null | components["schemas"]["AiBudgetId"];
            /** Format: date */
            day: null | string;
            threshold: null | components["schemas"]["Percentage"];
            /** Format: date-time */
            raisedAt: string;
            /** Format: date-time */
            acknowledgedAt: null | string;
            acknowledgedBy: null | string;
            note: string;
            /** Format: date-time */
            settledAt: null | string;
            ruleId: components["schemas"]["AiAlertRuleId"];
        };
        /** Format: uuid */
        AiAlertRuleId: string;
        AiAlertRulePage: {
            id: components["schemas"]["AiAlertRuleId"];
            kind: components["schemas"]["AiAlertKind"];
            name: null | string;
            usual: boolean;
            on: boolean;
            scope: components["schemas"]["AiAlertScope"];
            accountId: null | components["schemas"]["AiAccountId"];
            provider: null | string;
            tag: null | string;
            level: null | components["schemas"]["AlertLevel"];
            /** Format: int32 */
            hours: null | number;
            /** Format: int32 */
            minutes: null | number;
            amount: null | components["schemas"]["Money"];
            severity: null | components["schemas"]["AnomalySeverity"];
            told: components["schemas"]["AiAlertAudience"];
            /** Format: int64 */
            version: number;
        };
        /** @enum {unknown} */
        AiAlertScope: "organisation" | "account" | "provider" | "tag";
        /** Format: uuid */
        AiAllocationId: string;
        AiAllocationPage: {
            id: components["schemas"]["AiAllocationId"];
            name: string;
            /** Format: int32 */
            place: number;
            accountId: null | components["schemas"]["AiAccountId"];
            key: null | string;
            workspace: null | string;
            user: null | string;
            model: null | string;
            shares: components["schemas"]["AllocatedShare"][];
            /** Format: int64 */
            version: number;
        };
        AiAnomalyLine: {
            account: components["schemas"]["AiAccountId"];
            provider: string;
            name: string;
            /** Format: date */
            day: string;
            cost: components["schemas"]["Cost"];
            mean: components["schemas"]["Cost"];
            z: string;
            severity: components["schemas"]["AnomalySeverity"];
        };
        AiBalanceLine: {
            left: components["schemas"]["Cost"];
            /** Format: date-time */
            toldAt: string;
        };
        /** @enum {unknown} */
        AiBasis: "reported" | "computed" | "estimated" | "manual";
        /** Format: uuid */
        AiBudgetId: string;
        AiBudgetPage: {
            id: components["schemas"]["AiBudgetId"];
            name: string;
            scope: components["schemas"]["AiBudgetScope"];
            accountId: null | components["schemas"]["AiAccountId"];
            tag: null | string;
            /** Format: uuid */
            clientId: null | string;
            amount: components["schemas"]["Money"];
            thresholds: components["schemas"]["AiBudgetThresholdPart"][];
            /** Format: date */
            from: string;
            /** Format: date */
            through: string;
            spent: components["schemas"]["Cost"];
            left: components["schemas"]["Cost"];
            used: components["schemas"]["UnitPrice"];
            badge: components["schemas"]["BudgetBadge"];
            projection: components["schemas"]["AiProjectionPart"];
            otherCurrencies: components["schemas"]["Cost"][];
            closed: boolean;
            /** Format: int64 */
            version: number;
        };
        /** @enum {unknown} */
        AiBudgetScope: "organisation" | "account" | "tag" | "client";
        AiBudgetThresholdPart: {
            at: components["schemas"]["Percentage"];
            level: components["schemas"]["AlertLevel"];
            amount: components["schemas"]["Cost"];
            reached: boolean;
        };
        AiChargedLine: {
            id: components["schemas"]["AiChargeId"];
            /** Format: uuid */
            clientId: string;
            /** Format: date */
            from: string;
            cost: components["schemas"]["Cost"];
            amount: components["schemas"]["Money"];
            markup: null | components["schemas"]["Percentage"];
            margin: null | components["schemas"]["Money"];
            rate: components["schemas"]["UnitPrice"];
            /** Format: date */
            rateOn: string;
            rateSource: string;
            /** Format: uuid */
            chargeId: null | string;
            state: null | components["schemas"]["ChargedState"];
            /** Format: uuid */
            invoiceId: null | string;
            invoiceNumber: null | string;
        };
        AiChargedPart: {
            chargeId: components["schemas"]["AiChargeId"];
            /** Format: uuid */
            clientId: string;
            /** Format: uuid */
            usageId: string;
            account: null | components["schemas"]["AiAccountId"];
            /** Format: date */
            day: null | string;
            model: null | string;
            ruleId: components["schemas"]["AiAllocationId"];
            basis: components["schemas"]["AllocationBasis"];
            cost: components["schemas"]["Cost"];
        };
        /** Format: uuid */
        AiChargeId: string;
        /** @enum {unknown} */
        AiCredentialState: "none" | "kept" | "rejected";
        AiDayLine: {
            /** Format: date */
            day: string;
            group: string;
            cost: components["schemas"]["Cost"];
            /** Format: int64 */
            inputTokens: number;
            /** Format: int64 */
            outputTokens: number;
            /** Format: int64 */
            requests: number;
            /** Format: int32 */
            unpriced: number;
        };
        AiEntryPage: {
            /** Format: uuid */
            id: string;
            account: components["schemas"]["AiAccountId"];
            /** Format: date */
            date: string;
            cost: components["schemas"]["Cost"];
            model: string;
            /** Format: int64 */
            inputTokens: number;
            /** Format: int64 */
            outputTokens: number;
            note: string;
            /** Format: int64 */
            version: number;
        };
        /** @enum {unknown} */
        AiEstimate: "days" | "tokens" | null;
        /** @enum {unknown} */
        AiFileFormat: "usage" | "focus";
        AiForecastLine: {
            currency: components["schemas"]["Currency"];
            /** Format: int32 */
            daysKnown: number;
            confidence: components["schemas"]["Percentage"];
            rSquared: string;
            growthPerDay: components["schemas"]["Cost"];
            mape: null | string;
            total: components["schemas"]["Cost"];
            days: components["schemas"]["ForecastDay"][];
        };
        AiForecastPage: {
            /** Format: date */
            through: string;
            /** Format: int32 */
            horizon: number;
            items: components["schemas"]["AiForecastLine"][];
            tooFewDays: components["schemas"]["Currency"][];
        };
        AiImportAnswer: {
            importId: components["schemas"]["AiImportId"];
            dryRun: boolean;
            fileName: string;
            format: components["schemas"]["AiFileFormat"];
            /** Format: int32 */
            rows: number;
            /** Format: int32 */
            accepted: number;
            /** Format: int32 */
            replaced: number;
            /** Format: int32 */
            unchanged: number;
            /** Format: int32 */
            unpriced: number;
            rejected: components["schemas"]["RowError"][];
            totals: components["schemas"]["Cost"][];
        };
        /** Format: uuid */
        AiImportId: string;
        AiImportLine: {
            importId: components["schemas"]["AiImportId"];
            /** Format: date-time */
            at: string;
            by: string;
            fileName: string;
            /** @enum {string} */
            format: "usage" | "focus";
            /** @enum {string} */
            state: "done" | "undone";
            /** Format: int32 */
            accepted: number;
            /** Format: int32 */
            unchanged: number;
            /** Format: int32 */
            rejected: number;
            /** Format: date-time */
            undoneAt: null | string;
        };
        AiImportTakenBack: {
            importId: components["schemas"]["AiImportId"];
            /** Format: int32 */
            withdrawn: number;
            /** Format: int32 */
            restored: number;
        };
        AiLastReading: {
            state: string;
            /** Format: date-time */
            begunAt: string;
            /** Format: date-time */
            endedAt: null | string;
            trouble: null | string;
        };
        AiMonthLine: {
            account: components["schemas"]["AiAccountId"];
            provider: string;
            name: string;
            role: components["schemas"]["AiRole"];
            cost: components["schemas"]["Cost"];
            reported: components["schemas"]["Cost"];
            computed: components["schemas"]["Cost"];
            /** Format: int64 */
            inputTokens: number;
            /** Format: int64 */
            outputTokens: number;
            /** Format: int64 */
            requests: number;
            /** Format: int32 */
            unpriced: number;
            monthlyLimit: null | components["schemas"]["Money"];
            limitUsed: null | components["schemas"]["UnitPrice"];
            projection: null | components["schemas"]["AiProjectionPart"];
        };
        AiMonthPage: {
            /** Format: date */
            from: string;
            /** Format: date */
            through: string;
            items: components["schemas"]["AiMonthLine"][];
            totals: components["schemas"]["Cost"][];
        };
        AiPricedAgainPage: {
            /** Format: int32 */
            changed: number;
            /** Format: int32 */
            unpriced: number;
        };
        AiPriceLine: {
            id: string;
            provider: string;
            model: string;
            currency: components["schemas"]["Currency"];
            origin: components["schemas"]["PriceOrigin"];
            account: null | components["schemas"]["AiAccountId"];
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: null | string;
            source: string;
            prices: {
                [key: string]: string;
            };
        };
        AiProjectionPart: {
            atEnd: components["schemas"]["Cost"];
            confidence: components["schemas"]["Percentage"];
            /** Format: date */
            breaks: null | string;
        };
        AiProviderLine: {
            code: string;
            name: string;
            reading: components["schemas"]["AiReading"];
            keyKind: null | string;
            baseUrl: null | string;
            scopeKind: null | string;
            /** Format: int32 */
            leastMinutes: number;
            keyOptional: boolean;
        };
        /** @enum {unknown} */
        AiReading: "money" | "tokens" | "balance" | "nothing";
        AiRebilledLine: {
            id: components["schemas"]["AiChargeId"];
            /** Format: uuid */
            clientId: string;
            clientName: string;
            cost: components["schemas"]["Cost"];
            amount: components["schemas"]["Money"];
            difference: components["schemas"]["Money"];
            markup: null | components["schemas"]["Percentage"];
            margin: null | components["schemas"]["Money"];
            rate: components["schemas"]["UnitPrice"];
            /** Format: date */
            rateOn: string;
            rateSource: string;
            /** Format: int32 */
            records: number;
        };
        AiRebilledPage: {
            month: string;
            dryRun: boolean;
            charges: components["schemas"]["AiRebilledLine"][];
            unbilled: components["schemas"]["AiUnbilledCost"][];
            unallocated: components["schemas"]["Cost"][];
        };
        AiRebillingTermsPage: {
            /** Format: uuid */
            clientId: string;
            markup: null | components["schemas"]["Percentage"];
            margin: null | components["schemas"]["Money"];
            /** Format: int64 */
            version: number;
        };
        AiReconciledDay: {
            /** Format: date */
            day: string;
            leftOut: boolean;
            reported: null | components["schemas"]["Cost"];
            computed: null | components["schemas"]["Cost"];
            variance: components["schemas"]["Cost"];
            share: null | string;
            reason: components["schemas"]["VarianceReason"];
        };
        AiReconciliationPage: {
            account: components["schemas"]["AiAccountId"];
            currency: components["schemas"]["Currency"];
            days: components["schemas"]["AiReconciledDay"][];
            reported: components["schemas"]["Cost"];
            computed: components["schemas"]["Cost"];
            leftOut: components["schemas"]["Cost"];
            variance: components["schemas"]["Cost"];
        };
        /** @enum {unknown} */
        AiRole: "money" | "attribution";
        /** Format: uuid */
        AiRunId: string;
        AiRunLine: {
            id: components["schemas"]["AiRunId"];
            cause: string;
            state: string;
            /** Format: date-time */
            begunAt: string;
            /** Format: date-time */
            endedAt: null | string;
            /** Format: date-time */
            dueAt: string;
            /** Format: int32 */
            windows: number;
            /** Format: int32 */
            pages: number;
            /** Format: int32 */
            recorded: number;
            /** Format: int32 */
            restated: number;
            /** Format: int32 */
            withdrawn: number;
            trouble: null | string;
            said: null | string;
            skipped: string[];
            warnings: string[];
        };
        /** Format: uuid */
        AiSeatsId: string;
        AiSeatsPage: {
            id: components["schemas"]["AiSeatsId"];
            account: components["schemas"]["AiAccountId"];
            name: string;
            /** Format: int32 */
            seats: number;
            price: components["schemas"]["Cost"];
            monthly: components["schemas"]["Cost"];
            /** Format: date */
            from: string;
            /** Format: date */
            until: null | string;
            /** Format: int64 */
            version: number;
        };
        AiTrendDay: {
            /** Format: date */
            day: string;
            cost: components["schemas"]["Cost"];
            average7: null | components["schemas"]["Cost"];
            average30: null | components["schemas"]["Cost"];
        };
        AiTrendLine: {
            currency: components["schemas"]["Currency"];
            total: components["schemas"]["Cost"];
            days: components["schemas"]["AiTrendDay"][];
        };
        AiUnbilledCost: {
            /** Format: uuid */
            clientId: string;
            clientName: string;
            cost: components["schemas"]["Cost"];
            code: string;
            reason: string;
        };
        AiUsageLine: {
            /** Format: uuid */
            id: string;
            account: components["schemas"]["AiAccountId"];
            provider: string;
            report: string;
            /** Format: date-time */
            start: string;
            /** Format: int32 */
            minutes: number;
            model: null | string;
            project: null | string;
            key: null | string;
            user: null | string;
            tier: null | string;
            context: null | string;
            item: null | string;
            tokens: components["schemas"]["TokenKinds"];
            /** Format: int64 */
            requests: null | number;
            /** Format: int64 */
            searches: number;
            quantity: null | string;
            unit: null | string;
            cost: null | components["schemas"]["Cost"];
            basis: components["schemas"]["AiBasis"];
            estimated: null | components["schemas"]["AiEstimate"];
            priceId: null | string;
            unpriced: null | string;
            source: string;
            note: null | string;
            withdrawn: boolean;
        };
        /** @enum {unknown} */
        AlertLevel: "warning" | "critical" | "emergency";
        AllInvoiceMonths: {
            /** Format: date */
            from: string;
            /** Format: date */
            through: string;
            items: components["schemas"]["InvoiceMonths"][];
        };
        AllInvoiceStats: {
            /** Format: date */
            on: string;
            /** Format: date */
            from: null | string;
            /** Format: date */
            to: null | string;
            items: components["schemas"]["InvoiceStats"][];
            converted: null | components["schemas"]["ConvertedStats"];
            before: null | components["schemas"]["ComparedStats"];
        };
        AllNumbers: {
            items: components["schemas"]["NumbersPage"][];
        };
        AllocatedShare: {
            share: components["schemas"]["Percentage"];
            /** Format: uuid */
            clientId?: null | string;
            tag?: null | string;
        };
        Allocation: {
            invoiceId: components["schemas"]["InvoiceId"];
            amount: components["schemas"]["Money"];
        };
        /** @enum {unknown} */
        AllocationBasis: "told" | "computedWeight" | "unknown";
        AllowancesPage: {
            items: components["schemas"]["FreeAllowance"][];
            usual: components["schemas"]["FreeAllowance"];
            order: components["schemas"]["FreeHoursOrder"];
            /** Format: int64 */
            version: number;
        };
        AmendCategory: {
            name?: null | string;
            charged?: null | boolean;
            closed?: null | boolean;
        };
        AmendedMany: {
            /** Format: int32 */
            amended: number;
            /** Format: int32 */
            refused: number;
            items: components["schemas"]["AmendedOne"][];
        };
        AmendedOne: {
            id: components["schemas"]["RequestId"];
            request: null | components["schemas"]["RequestCard"];
            problem: null | components["schemas"]["Problem"];
        };
        AmendFacility: {
            name: string;
            groupId: components["schemas"]["FacilityGroupId"];
        };
        AmendManyRequests: {
            ids?: null | components["schemas"]["RequestId"][];
            change?: null | components["schemas"]["AmendRequest"];
            status?: null | components["schemas"]["RequestStatus"];
        };
        AmendMe: {
            firstName?: null | string;
            lastName?: null | string;
            phone?: null | string;
            email?: null | string;
            password?: null | string;
        };
        AmendMember: {
            role?: null | components["schemas"]["Role"];
            active?: null | boolean;
        };
        AmendPortalUser: {
            seesInvoices?: null | boolean;
        };
        AmendProject: {
            /** Format: uuid */
            clientId?: null | string;
            name?: null | string;
            category?: null | string;
            /**
             * @example {
             *       "amount": "12.50",
             *       "currency": "EUR"
             *     }
             */
            price?: null | {
                /** @description An exact amount in major units, with at most the currency's decimals. */
                amount: string;
                /** @description ISO 4217. */
                currency: string;
            };
            ready?: null | boolean;
            completedOn?: components["schemas"]["ChangeOfDateOnly"];
        };
        AmendRequest: {
            /** Format: uuid */
            clientId?: null | string;
            /** Format: date */
            resolvedOn?: null | string;
            /** Format: time */
            resolvedAt?: null | string;
            type?: null | string;
            category?: null | string;
            description?: null | string;
            urgency?: null | components["schemas"]["Urgency"];
            effort?: null | components["schemas"]["Effort"];
            /** @description An exact number with at most 12 decimals, such as 1.5. */
            hours?: null | string;
            webAddress?: null | string;
            open?: null | boolean;
            flagged?: null | boolean;
        };
        AmendSavedReport: {
            name: string;
            days?: components["schemas"]["SavedDays"];
            /** Format: date */
            from?: null | string;
            /** Format: date */
            through?: null | string;
        };
        AmendSite: {
            /** Format: uuid */
            clientId?: null | string;
            name?: null | string;
            webAddress?: null | string;
            /** Format: date */
            start?: null | string;
            /**
             * @example {
             *       "amount": "12.50",
             *       "currency": "EUR"
             *     }
             */
            fee?: null | {
                /** @description An exact amount in major units, with at most the currency's decimals. */
                amount: string;
                /** @description ISO 4217. */
                currency: string;
            };
            /** Format: date */
            feeFrom?: null | string;
            end?: components["schemas"]["ChangeOfDateOnly"];
        };
        AmendTenant: {
            name?: null | string;
            slug?: null | string;
            contact?: null | components["schemas"]["Contact"];
            /** @description ISO 4217, such as EUR. */
            currency?: null | string;
            timeZone?: null | string;
            locale?: null | string;
            secondFactorRequired?: null | boolean;
        };
        AmendUsage: {
            id: string;
            reason: string;
            /** @description An exact number with at most 12 decimals, such as 1.5. */
            value?: null | string;
            /** Format: date-time */
            at?: null | string;
            subject?: null | string;
        };
        /** @enum {unknown} */
        AnomalySeverity: "low" | "medium" | "high" | "critical";
        /** @description The database's health in short. */
        ApiDatabaseHealth: {
            /** @description Whether it answers. */
            status: components["schemas"]["HealthStatus"];
            /**
             * Format: double
             * @description How long one small question took; null when it does not answer.
             */
            milliseconds: null | number;
            /** @description The server's version. */
            version: null | string;
        };
        /** @description The API's health in short. */
        ApiHealth: {
            /** @description As bad as the database. */
            status: components["schemas"]["HealthStatus"];
            /** @description How the database does. */
            database: components["schemas"]["ApiDatabaseHealth"];
        };
        /** Format: uuid */
        ApiKeyId: string;
        ApiKeyLine: {
            id: components["schemas"]["ApiKeyId"];
            name: string;
            prefix: string;
            scopes: string[];
            /** Format: date-time */
            issuedAt: string;
            issuedBy: string;
            /** Format: date-time */
            expiresAt: null | string;
            /** Format: date-time */
            lastUsed: null | string;
            /** Format: date-time */
            revokedAt: null | string;
        };
        ApiKeyPage: {
            items: components["schemas"]["ApiKeyLine"][];
        };
        ApplyCredit: {
            /**
             * @example {
             *       "amount": "12.50",
             *       "currency": "EUR"
             *     }
             */
            amount?: null | {
                /** @description An exact amount in major units, with at most the currency's decimals. */
                amount: string;
                /** @description ISO 4217. */
                currency: string;
            };
        };
        ApplyCreditToOldest: {
            currency: components["schemas"]["Currency"];
        };
        ApproveBillingRun: {
            except?: null | components["schemas"]["InvoiceId"][];
        };
        ArrangeAccount: {
            name: string;
            credential?: null | string;
            role?: components["schemas"]["AiRole"];
            baseUrl?: null | string;
            scope?: null | string;
            /**
             * @example {
             *       "amount": "12.50",
             *       "currency": "EUR"
             *     }
             */
            monthlyLimit?: null | {
                /** @description An exact amount in major units, with at most the currency's decimals. */
                amount: string;
                /** @description ISO 4217. */
                currency: string;
            };
            /** Format: int32 */
            everyMinutes?: null | number;
            tags?: null | string[];
            /** @default true */
            active?: boolean;
        };
        ArrangeAlertRule: {
            name?: null | string;
            scope?: components["schemas"]["AiAlertScope"];
            /** Format: uuid */
            accountId?: string;
            provider?: null | string;
            tag?: null | string;
            level?: null | components["schemas"]["AlertLevel"];
            /** Format: int32 */
            hours?: null | number;
            /** Format: int32 */
            minutes?: null | number;
            /**
             * @example {
             *       "amount": "12.50",
             *       "currency": "EUR"
             *     }
             */
            amount?: null | {
                /** @description An exact amount in major units, with at most the currency's decimals. */
                amount: string;
                /** @description ISO 4217. */
                currency: string;
            };
            severity?: null | components["schemas"]["AnomalySeverity"];
            told?: components["schemas"]["AiAlertAudience"];
            /** @default true */
            on?: boolean;
        };
        ArrangeBudget: {
            name: string;
            amount: components["schemas"]["Money"];
            thresholds?: null | components["schemas"]["BudgetThreshold"][];
        };
        ArrangeConnection: {
            name: string;
            address: string;
            credential?: null | string;
            user?: null | string;
            timeZone?: null | string;
            /** Format: int64 */
            mailbox?: null | number;
            projects?: null | string;
            sites?: null | string;
            /** Format: uuid */
            clientId?: null | string;
            clients?: null | components["schemas"]["SourceClient"][];
            categories?: null | components["schemas"]["SourceCategory"][];
            urgencies?: null | components["schemas"]["SourceUrgency"][];
            /** Format: int32 */
            everyMinutes?: null | number;
            /** @default true */
            active?: boolean;
        };
        ArrangeInvoicing: {
            taxRounding?: null | components["schemas"]["TaxRounding"];
            pricesIncludeTax?: null | boolean;
            taxBeforeDiscount?: null | boolean;
            taxCategories?: null | components["schemas"]["TaxCategory"][];
            look?: null | components["schemas"]["DocumentLook"];
            paper?: null | components["schemas"]["Paper"];
            language?: null | string;
            /** Format: int32 */
            termsDays?: null | number;
            bank?: null | components["schemas"]["BankDetails"];
            footer?: null | string;
            allowsZeroTotals?: null | boolean;
            sellerTaxId?: components["schemas"]["ChangeOfstring"];
            paymentPage?: null | string;
            linksOnPaper?: null | boolean;
        };
        ArrangeMailServer: {
            host: string;
            line: components["schemas"]["SmtpLine"];
            from: string;
            /** Format: int32 */
            port?: null | number;
            user?: null | string;
            password?: null | string;
        };
        ArrangeNumbers: {
            pattern: string;
            /** Format: int64 */
            next?: null | number;
        };
        ArrangeReminders: {
            on?: null | boolean;
            steps?: null | components["schemas"]["WantedReminderStep"][];
            fee?: components["schemas"]["ChangeOfLateFeeTerms"];
        };
        ArrangeSingleSignOn: {
            issuer: string;
            clientId: string;
            domains: string[];
            clientSecret?: null | string;
            roles?: null | components["schemas"]["RoleByClaim"][];
            /** @default false */
            passwordsOff?: boolean;
        };
        ArrangeSubscriptions: {
            unit?: null | components["schemas"]["ProrationUnit"];
            changeDay?: null | components["schemas"]["ChangeDay"];
            invoices?: null | components["schemas"]["InvoiceOutcome"];
            retryDays?: null | number[];
            afterRetries?: null | components["schemas"]["DunningEnd"];
            pastDueHasAccess?: null | boolean;
            mailsClients?: null | boolean;
            /** Format: int32 */
            periodsBack?: null | number;
            billingWay?: null | components["schemas"]["BillingWay"];
            portalPlans?: null | string[];
            portalCancel?: null | components["schemas"]["PortalCancel"];
        };
        ArrangeTopUps: {
            below: components["schemas"]["Money"];
            amount: components["schemas"]["Money"];
        };
        ArrangeWebhook: {
            name: string;
            url: string;
            filters?: null | string[];
            headers?: null | {
                [key: string]: string;
            };
            /** Format: int32 */
            rate?: null | number;
            /** @default true */
            active?: boolean;
        };
        AskForPortalLink: {
            email: string;
        };
        AssignPlan: {
            clientId: components["schemas"]["ClientId"];
            subject?: null | string;
            /** Format: date */
            from?: null | string;
            /** Format: date */
            through?: null | string;
            uses?: null | string;
        };
        /** @enum {unknown} */
        AttemptEnd: "succeeded" | "failed" | "dropped" | null;
        /** @enum {unknown} */
        AttemptReason: "issued" | "schedule" | "newCard" | "byHand" | "otherAmount";
        /**
         * @description What an auditor keeps where the operator cannot reach it: whoever later changes, removes or rearranges anything up to this entry, and mends the trail
         *     to fit, no longer fits the anchor.
         */
        AuditAnchor: {
            /** @description Whose trail: the organisation's key. */
            organisation: string;
            /**
             * Format: int64
             * @description How many entries it covers.
             */
            number: number;
            /** @description The last one's hash, in hexadecimal. */
            hash: string;
            /**
             * Format: date-time
             * @description When it was taken, UTC.
             */
            at: string;
            /** @description HMAC-SHA-256 with the organisation's data key, in hexadecimal: tells an anchor issued here from an invented one. */
            signature: string;
        };
        /**
         * @description What is wrong at one place of an audit trail.
         * @enum {unknown}
         */
        AuditFault: "changed" | "missing" | "inserted" | "reordered" | "entryMissing" | "notAsAnchored" | "forgedAnchor";
        /** @description Somebody did something, or was refused it. */
        AuditLine: {
            /**
             * Format: int64
             * @description Its number in the organisation's trail.
             */
            number: number;
            /** Format: date-time */
            at: string;
            /** @description Who; somebody who was forgotten is called erased. */
            actor: components["schemas"]["Actor"];
            /** @description The event's alias. */
            action: string;
            /** @description The kind of thing it happened to. */
            entity: string;
            /**
             * Format: uuid
             * @description The thing.
             */
            entityId: string;
            /**
             * @description done or refused.
             * @enum {string}
             */
            outcome: "done" | "refused";
            /**
             * @description session: signed in; key: by an API key; product: by itself.
             * @enum {string}
             */
            means: "session" | "key" | "product";
            /** @description From where, when that is known. */
            address: null | string;
            /** @description The request that caused it, when one did. */
            requestId: null | string;
        };
        /** @description What was looked at, and what was found. */
        AuditReport: {
            /**
             * Format: int64
             * @description Entries held against their events.
             */
            entries: number;
            /** @description Empty when all is well. */
            findings: components["schemas"]["AuditReportLine"][];
        };
        /** @description A place where log and audit trail do not agree. */
        AuditReportLine: {
            /** @description What is wrong. */
            fault: components["schemas"]["AuditFault"];
            /**
             * Format: int64
             * @description The entry's number in the trail; null for an event that has none.
             */
            number: null | number;
            /**
             * Format: int64
             * @description The event's number in the log; 0 where only the trail is wrong.
             */
            sequence: number;
            /**
             * Format: uuid
             * @description The event.
             */
            event: string;
        };
        BackfillCard: {
            id: components["schemas"]["BackfillId"];
            name: string;
            note: string;
            state: components["schemas"]["BackfillState"];
            /** Format: date-time */
            openedAt: string;
            openedBy: string;
            /** Format: date-time */
            closedAt: null | string;
            undoReason: null | string;
            /** Format: date-time */
            undoneAt: null | string;
            /** Format: int64 */
            events: number;
            /** Format: int64 */
            withdrawn: number;
            meters: components["schemas"]["BackfillMeter"][];
            /** Format: int64 */
            version: number;
        };
        /** Format: uuid */
        BackfillId: string;
        BackfillMeter: {
            meter: string;
            name: string;
            unit: string;
            /** Format: int64 */
            events: number;
            /** Format: int64 */
            counted: number;
            value: string;
            /** Format: date-time */
            firstAt: string;
            /** Format: date-time */
            lastAt: string;
        };
        /** @enum {unknown} */
        BackfillState: "open" | "closed" | "undoing" | "undone";
        BalancedLine: {
            /** Format: date */
            date: string;
            /** @enum {string} */
            kind: "invoice" | "creditNote" | "payment" | "payOut";
            /** Format: uuid */
            id: string;
            reference: string;
            /** Format: date */
            dueDate: null | string;
            amount: components["schemas"]["Money"];
            balance: components["schemas"]["Money"];
        };
        BankDetails: {
            holder?: null | string;
            iban?: null | string;
            bic?: null | string;
            bank?: null | string;
        };
        BeginTestMode: {
            /** Format: date-time */
            startsAt?: null | string;
        };
        BillCycle: {
            /** Format: date */
            from: string;
            /** Format: date */
            through: string;
            recordIds?: null | string[];
        };
        BilledClose: {
            close: string;
            /** Format: uuid */
            invoiceId: null | string;
            invoiceNumber: null | string;
        };
        BilledCycle: {
            /** Format: uuid */
            clientId: string;
            clientName: string;
            /** Format: int32 */
            charged: number;
            /** Format: int32 */
            unchanged: number;
            /** Format: int32 */
            takenBack: number;
            records: components["schemas"]["BilledRecord"][];
            leftOut: components["schemas"]["LeftOutRecord"][];
            totals: components["schemas"]["Money"][];
        };
        BilledLine: {
            key: string;
            kind: components["schemas"]["BillLineKind"];
            name: string;
            meter: null | string;
            group: null | string;
            quantity: null | string;
            whole: components["schemas"]["Money"];
            amount: components["schemas"]["Money"];
            breakdown: components["schemas"]["QuotePart"][];
        };
        BilledPeriod: {
            /** Format: uuid */
            billId: string;
            clientId: components["schemas"]["ClientId"];
            clientName: string;
            subject: string;
            plan: string;
            period: components["schemas"]["Period"];
            covered: components["schemas"]["Period"];
            /** Format: int32 */
            step: number;
            amount: components["schemas"]["Money"];
            lines: components["schemas"]["BilledLine"][];
            held: components["schemas"]["BilledLine"][];
        };
        BilledRecord: {
            /** Format: uuid */
            recordId: string;
            facilityName: string;
            period: components["schemas"]["Period"];
            amount: null | components["schemas"]["Money"];
            takenBack: boolean;
        };
        BilledUsage: {
            items: components["schemas"]["BilledPeriod"][];
            leftOut: components["schemas"]["LeftOutPeriod"][];
            /** Format: int32 */
            more: number;
            totals: components["schemas"]["Money"][];
        };
        BillingAddress: {
            line1?: null | string;
            line2?: null | string;
            city?: null | string;
            state?: null | string;
            postalCode?: null | string;
            country?: null | string;
        };
        /**
         * @description What a rhythm counts from.
         * @default anniversary
         * @enum {unknown}
         */
        BillingAnchor: "calendar" | "anniversary";
        /** Format: uuid */
        BillingRunId: string;
        BillingRunListRow: {
            /** Format: uuid */
            id: string;
            period: components["schemas"]["Period"];
            state: components["schemas"]["RunState"];
            /** Format: date-time */
            startedAt: string;
            startedBy: string;
            counts: components["schemas"]["RunCounts"];
            totals: components["schemas"]["RunTotals"][];
            /** Format: int64 */
            version: number;
        };
        BillingRunPage: {
            /** Format: uuid */
            id: string;
            period: components["schemas"]["Period"];
            state: components["schemas"]["RunState"];
            /** Format: date-time */
            startedAt: string;
            startedBy: string;
            /** Format: date */
            issueDate: null | string;
            counts: components["schemas"]["RunCounts"];
            totals: components["schemas"]["RunTotals"][];
            entries: components["schemas"]["RunEntryLine"][];
            /** Format: int64 */
            version: number;
        };
        /** @enum {unknown} */
        BillingWay: "weBill" | "stripeBills";
        BillLine: {
            key: string;
            kind: components["schemas"]["BillLineKind"];
            name: string;
            meter: null | string;
            group: null | string;
            quantity: null | string;
            whole: components["schemas"]["Money"];
            amount: components["schemas"]["Money"];
        };
        /** @enum {unknown} */
        BillLineKind: "charge" | "coupon" | "overage" | "cap" | "trueUp" | "credit";
        /** @enum {unknown} */
        BillReason: "period" | "change" | "end";
        BillUsage: {
            /** Format: date */
            until?: null | string;
            /** Format: date */
            from?: null | string;
            clients?: null | components["schemas"]["ClientId"][];
        };
        BookSeats: {
            account: components["schemas"]["AiAccountId"];
            name: string;
            /** Format: int32 */
            seats: number;
            price: components["schemas"]["Cost"];
            /** Format: date */
            from: string;
        };
        BouncedReader: {
            reader: string;
            reason: null | string;
            /** Format: date */
            on: string;
            invoiceId: null | components["schemas"]["InvoiceId"];
            quoteId: null | components["schemas"]["QuoteId"];
        };
        BounceSecretShown: {
            url: string;
            secret: string;
        };
        BouncesPage: {
            url: string;
            isOpen: boolean;
            secret: null | string;
        };
        /** @enum {unknown} */
        BudgetBadge: "ok" | "warning" | "critical";
        BudgetThreshold: {
            at: components["schemas"]["Percentage"];
            level: components["schemas"]["AlertLevel"];
        };
        CallsTaken: {
            /** Format: int32 */
            accepted: number;
            /** Format: int32 */
            known: number;
            unpriced: string[];
            rejected: components["schemas"]["RejectedCall"][];
            warnings: string[];
        };
        /** Format: uuid */
        CardId: string;
        CatalogueTakenPage: {
            dryRun: boolean;
            /** Format: int32 */
            accepted: number;
            /** Format: int32 */
            unchanged: number;
            held: components["schemas"]["LeftOutPrice"][];
            rejected: components["schemas"]["LeftOutPrice"][];
            /** Format: int32 */
            strangers: number;
        };
        CategoriesPage: {
            items: components["schemas"]["RequestCategory"][];
            /** Format: int64 */
            version: number;
        };
        Change: {
            by: components["schemas"]["Money"];
            /** Format: double */
            share: null | number;
        };
        /** @enum {unknown} */
        ChangeDay: "new" | "old";
        /**
         * Format: uuid
         * @description What a request says about one field: nothing (absent: leave it as it is), null (clear it), or a value (make it this).
         *     Write such a property with `[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]`, so that "nothing said" stays unsaid.
         */
        ChangeOfClientId: null | string;
        /**
         * Format: date
         * @description What a request says about one field: nothing (absent: leave it as it is), null (clear it), or a value (make it this).
         *     Write such a property with `[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]`, so that "nothing said" stays unsaid.
         */
        ChangeOfDateOnly: null | string;
        /**
         * @description What a request says about one field: nothing (absent: leave it as it is), null (clear it), or a value (make it this).
         *     Write such a property with `[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]`, so that "nothing said" stays unsaid.
         */
        ChangeOfEnteredMoney: {
            /** @description An exact amount in major units, with at most the currency's decimals. */
            amount: string;
            /** @description ISO 4217. */
            currency: string;
        } | string | null;
        /**
         * Format: int32
         * @description What a request says about one field: nothing (absent: leave it as it is), null (clear it), or a value (make it this).
         *     Write such a property with `[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]`, so that "nothing said" stays unsaid.
         */
        ChangeOfint: null | number;
        /**
         * @description What a request says about one field: nothing (absent: leave it as it is), null (clear it), or a value (make it this).
         *     Write such a property with `[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]`, so that "nothing said" stays unsaid.
         */
        ChangeOfLateFeeTerms: null | {
            /** @description Hundredths, such as 19 or 7.5. */
            percent?: null | string;
            amounts?: null | components["schemas"]["Money"][];
            /**
             * Format: int32
             * @default 0
             */
            graceDays?: number;
            caps?: null | components["schemas"]["Money"][];
            taxCategory?: null | string;
            goes?: components["schemas"]["LateFeeGoes"];
        };
        /**
         * Format: uuid
         * @description What a request says about one field: nothing (absent: leave it as it is), null (clear it), or a value (make it this).
         *     Write such a property with `[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]`, so that "nothing said" stays unsaid.
         */
        ChangeOfStatusId: null | string;
        /**
         * @description What a request says about one field: nothing (absent: leave it as it is), null (clear it), or a value (make it this).
         *     Write such a property with `[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]`, so that "nothing said" stays unsaid.
         */
        ChangeOfstring: null | string;
        ChangePassword: {
            oldPassword: string;
            newPassword: string;
        };
        ChangeRecurringPrices: {
            /** Format: date */
            from: string;
            lines?: null | components["schemas"]["WrittenLine"][];
            discount?: null | components["schemas"]["Discount"];
        };
        ChangeSettings: {
            weekStart?: null | components["schemas"]["DayOfWeek"];
            /** @enum {null|string} */
            dateFormat?: "MM/dd/yyyy" | "dd.MM.yyyy" | "dd/MM/yyyy" | "yyyy-MM-dd" | null;
            /** @description ISO 4217, such as EUR. */
            currency?: null | string;
            timeZone?: null | string;
            locale?: null | string;
            /** Format: int64 */
            version?: null | number;
            monthEndUrl?: components["schemas"]["ChangeOfstring"];
        };
        ChangeSubscription: {
            planCode?: null | string;
            /** Format: int32 */
            quantity?: null | number;
            effective?: null | components["schemas"]["Effective"];
            cancelAtPeriodEnd?: null | boolean;
            coupon?: null | string;
            dropCoupon?: null | string;
        };
        ChannelLine: {
            channel: components["schemas"]["NotificationChannel"];
            shown: null | string;
            /** Format: int64 */
            waiting: number;
            /** Format: int64 */
            failed: number;
            error: null | string;
        };
        ChannelTested: {
            error: null | string;
        };
        ChargeCard: {
            id: components["schemas"]["ChargeId"];
            clientId: components["schemas"]["ClientId"];
            clientName: string;
            source: components["schemas"]["ChargeSource"];
            description: string;
            quantity: components["schemas"]["Quantity"];
            unitPrice: components["schemas"]["UnitPrice"];
            amount: components["schemas"]["Money"];
            period: null | components["schemas"]["Period"];
            taxCategory: null | string;
            group: null | string;
            /** Format: date */
            availableFrom: string;
            state: components["schemas"]["ChargeState"];
            invoiceId: null | components["schemas"]["InvoiceId"];
            corrects: null | components["schemas"]["ChargeId"];
            corrected: null | components["schemas"]["Money"];
            withdrawnBecause: null | string;
            /** Format: date-time */
            postedAt: string;
            /** Format: int64 */
            version: number;
        };
        /** @description What became of a fact that costs money. */
        ChargedFact: {
            /**
             * Format: uuid
             * @description Its charge.
             */
            chargeId: string;
            /**
             * Format: uuid
             * @description Who owes it; for a merged client the one that stays.
             */
            clientId: string;
            /** @description How far it is. */
            state: components["schemas"]["ChargedState"];
            /** @description What was charged for the fact in all, with what corrects it. */
            amount: components["schemas"]["Money"];
            /**
             * Format: int64
             * @description How often the fact had changed when something was last told about it.
             */
            revision: number;
            /**
             * Format: uuid
             * @description The invoice it stands on, be it a draft.
             */
            invoiceId: null | string;
            /** @description That invoice's number; null for a draft. */
            invoiceNumber: null | string;
        };
        /**
         * @description How far the charge of a fact is.
         * @enum {unknown}
         */
        ChargedState: "open" | "invoiced" | "withdrawn";
        /** Format: uuid */
        ChargeId: string;
        ChargeList: {
            items: components["schemas"]["ChargeCard"][];
            nextCursor: null | string;
            /** Format: int64 */
            count: null | number;
            totals: null | components["schemas"]["ChargeTotals"][];
            counts: null | {
                [key: string]: number;
            };
        };
        ChargeSource: {
            module: string;
            kind: string;
            fact: string;
        };
        /** @enum {unknown} */
        ChargeState: "open" | "invoiced" | "withdrawn";
        ChargeTotals: {
            currency: components["schemas"]["Currency"];
            /** Format: int64 */
            charges: number;
            amount: components["schemas"]["Money"];
        };
        CheckoutCard: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "open" | "completed" | "expired";
            clientId: components["schemas"]["ClientId"];
            newClient: boolean;
            name: null | string;
            plan: string;
            /** Format: int32 */
            quantity: number;
            /** Format: int32 */
            trialDays: null | number;
            coupon: null | string;
            subscriptionId: null | components["schemas"]["SubscriptionId"];
            /** Format: date-time */
            expiresAt: string;
            /** Format: int64 */
            version: number;
        };
        CheckoutNewcomer: {
            name?: null | string;
            email?: null | string;
            language?: null | string;
            /** @description ISO 4217, such as EUR. */
            currency?: null | string;
        };
        CheckoutShown: {
            /** Format: uuid */
            id: string;
            url: string;
            clientId: components["schemas"]["ClientId"];
            subscriptionId: components["schemas"]["SubscriptionId"];
            /** Format: date-time */
            expiresAt: string;
        };
        ChooseFreeHoursOrder: {
            order: components["schemas"]["FreeHoursOrder"];
        };
        ChurnFigures: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            currencies: components["schemas"]["ChurnPage"][];
        };
        ChurnPage: {
            currency: components["schemas"]["Currency"];
            /** Format: int32 */
            clientsBefore: number;
            /** Format: int32 */
            clientsLost: number;
            mrrBefore: components["schemas"]["Money"];
            mrrAfter: components["schemas"]["Money"];
            logoChurn: null | components["schemas"]["Percentage"];
            revenueChurn: null | components["schemas"]["Percentage"];
            revenuePerClient: null | components["schemas"]["Money"];
            lifetimeValue: null | components["schemas"]["Money"];
            /** Format: int32 */
            trialsEnded: number;
            /** Format: int32 */
            trialsPaid: number;
            trialConversion: null | components["schemas"]["Percentage"];
        };
        ClientCard: {
            id: components["schemas"]["ClientId"];
            name: string;
            emails: string[];
            ccEmails: string[];
            phone: null | string;
            address: components["schemas"]["BillingAddress"];
            taxId: null | string;
            currency: components["schemas"]["Currency"];
            language: null | string;
            /** Format: int32 */
            termsDays: null | number;
            taxTreatment: components["schemas"]["TaxTreatment"];
            exemptionReason: null | string;
            note: null | string;
            stripeId: null | string;
            helpDeskId: null | string;
            crmId: null | string;
            accountingId: null | string;
            standing: components["schemas"]["ClientStanding"];
            mergedInto: null | components["schemas"]["ClientId"];
            reminders: boolean;
            bounced: components["schemas"]["BouncedReader"][];
            /** Format: int64 */
            version: number;
        };
        ClientCredit: {
            items: components["schemas"]["Money"][];
        };
        ClientDetails: {
            name?: null | string;
            /** @description ISO 4217, such as EUR. */
            currency?: null | string;
            emails?: null | string[];
            ccEmails?: null | string[];
            address?: null | components["schemas"]["BillingAddress"];
            taxTreatment?: null | components["schemas"]["TaxTreatment"];
            reminders?: null | boolean;
            phone?: components["schemas"]["ChangeOfstring"];
            taxId?: components["schemas"]["ChangeOfstring"];
            language?: components["schemas"]["ChangeOfstring"];
            termsDays?: components["schemas"]["ChangeOfint"];
            exemptionReason?: components["schemas"]["ChangeOfstring"];
            note?: components["schemas"]["ChangeOfstring"];
            stripeId?: components["schemas"]["ChangeOfstring"];
            helpDeskId?: components["schemas"]["ChangeOfstring"];
            crmId?: components["schemas"]["ChangeOfstring"];
            accountingId?: components["schemas"]["ChangeOfstring"];
        };
        /** Format: uuid */
        ClientId: string;
        ClientImportAnswer: {
            importId: components["schemas"]["ImportId"];
            dryRun: boolean;
            /** Format: int32 */
            accepted: number;
            /** Format: int32 */
            added: number;
            /** Format: int32 */
            unchanged: number;
            rejected: components["schemas"]["RowError"][];
            repeated: components["schemas"]["RepeatedRow"][];
            fileName: string;
            fields: string[];
            columns: string[];
            mapping: {
                [key: string]: string;
            };
            /** Format: int32 */
            rows: number;
            notes: components["schemas"]["SheetError"][];
            preview: null | components["schemas"]["ClientPreviewLine"][];
        };
        ClientImportChoices: {
            mapping?: null | {
                [key: string]: string;
            };
            separator?: null | string;
            encoding?: null | string;
            sheetName?: null | string;
            corrections?: null | {
                /**
                 * Format: int32
                 * @description Its line in the file.
                 */
                line: number;
                /** @description The sheet's own name of the column, as errors name it. */
                column: string;
                /** @description Read as the file's own cells of that column are; empty: blank. */
                value: string;
            }[];
            /** @default false */
            onlyClean?: boolean;
            options?: {
                mapping: {
                    [key: string]: string;
                };
                /** Format: char */
                separator: null | string;
                encoding: null | string;
                sheetName: null | string;
                corrections: {
                    /**
                     * Format: int32
                     * @description Its line in the file.
                     */
                    line: number;
                    /** @description The sheet's own name of the column, as errors name it. */
                    column: string;
                    /** @description Read as the file's own cells of that column are; empty: blank. */
                    value: string;
                }[];
            };
        };
        ClientImportLine: {
            importId: components["schemas"]["ImportId"];
            /** Format: date-time */
            at: null | string;
            actor: null | string;
            fileName: string;
            /** @enum {string} */
            state: "running" | "done" | "undone";
            /** Format: int32 */
            accepted: number;
            /** Format: int32 */
            unchanged: number;
            /** Format: int32 */
            rejected: number;
            /** Format: date-time */
            undoneAt: null | string;
            /** Format: double */
            progress: number;
        };
        /** @enum {unknown} */
        ClientImportOutcome: "new" | "changed" | "unchanged" | "repeated" | "rejected";
        ClientImportTakenBack: {
            importId: components["schemas"]["ImportId"];
            /** Format: int32 */
            undone: number;
            kept: components["schemas"]["KeptClient"][];
        };
        ClientLinkLine: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "open" | "expired" | "withdrawn";
            /** Format: date */
            expiresOn: null | string;
            /** Format: uuid */
            sendingId: null | string;
            onPaper: boolean;
            /** Format: date-time */
            givenAt: string;
            /** Format: date */
            firstSeenOn: null | string;
            /** Format: date */
            lastSeenOn: null | string;
        };
        ClientLinks: {
            items: components["schemas"]["ClientLinkLine"][];
        };
        ClientLinkShown: {
            /** Format: uuid */
            id: string;
            url: string;
            /** Format: date */
            expiresOn: null | string;
        };
        ClientPreviewLine: {
            /** Format: int32 */
            line: number;
            cells: {
                [key: string]: string;
            };
            outcome: components["schemas"]["ClientImportOutcome"];
        };
        /** @enum {unknown} */
        ClientStanding: "active" | "archived" | "merged" | "forgotten";
        ClientStatement: {
            id: components["schemas"]["ClientId"];
            name: string;
            /** Format: date */
            at: string;
            accounts: components["schemas"]["StatementAccount"][];
        };
        ClockPage: {
            testMode: boolean;
            /** Format: date-time */
            now: string;
            /** Format: date */
            today: string;
            /** Format: date-time */
            movingTo: null | string;
            /** Format: int64 */
            open: number;
            trouble: null | string;
            sample?: null | components["schemas"]["SampleStory"];
        };
        Closed: {
            /** @enum {string} */
            outcome: "archived" | "deleted" | "retired" | "withdrawn";
        };
        CloseFigure: {
            close: string;
            /** Format: date */
            closedOn: string;
            amount: components["schemas"]["Money"];
            state: null | components["schemas"]["WantedInvoiceState"];
            /** Format: uuid */
            invoiceId: null | string;
            invoiceNumber: null | string;
            code: null | string;
        };
        CloseMonth: {
            /** Format: uuid */
            clientId: string;
        };
        CloseQuote: {
            reason: string;
        };
        /** Format: uuid */
        CollectionId: string;
        /** @enum {unknown} */
        CollectionState: "underWay" | "retrying" | "needsAction" | "exhausted" | "stopped" | "paid" | "dropped";
        ComparedClient: {
            clientId: components["schemas"]["ClientId"];
            clientName: string;
            subject: string;
            plans: string[];
            old: null | components["schemas"]["Money"];
            new: components["schemas"]["Money"];
            difference: null | components["schemas"]["Money"];
            billed: null | components["schemas"]["Money"];
            lines: components["schemas"]["ComparedLine"][];
        };
        ComparedLine: {
            key: string;
            kind: components["schemas"]["BillLineKind"];
            name: string;
            group: null | string;
            amount: components["schemas"]["Money"];
        };
        ComparedModelsPage: {
            now: components["schemas"]["Cost"];
            then: components["schemas"]["Cost"];
            difference: components["schemas"]["Cost"];
            /** Format: int32 */
            compared: number;
            /** Format: int32 */
            withoutModel: number;
            /** Format: int64 */
            writtenAsInput: number;
            /** Format: int32 */
            withoutRequests: number;
            unpriced: components["schemas"]["UncomparedUsage"][];
        };
        ComparedPlans: {
            items: components["schemas"]["ComparedClient"][];
            old: components["schemas"]["Money"][];
            new: components["schemas"]["Money"];
        };
        ComparedStats: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            items: components["schemas"]["InvoiceStats"][];
            changes: components["schemas"]["StatsChange"][];
        };
        CompareModels: {
            /** Format: date */
            from: string;
            /** Format: date */
            until: string;
            provider: string;
            model: string;
            /** Format: uuid */
            accountId?: string;
            usedModel?: null | string;
        };
        CompareWithPlan: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            plan?: null | string;
            terms?: null | components["schemas"]["WantedTerms"];
            /** @description ISO 4217, such as EUR. */
            currency?: null | string;
            every?: components["schemas"]["PeriodLength"];
            /** Format: date */
            startsOn?: null | string;
            clients?: null | components["schemas"]["ClientId"][];
        };
        /** @enum {unknown} */
        ComponentKind: "fixed" | "seats" | "once" | "metered";
        /**
         * @default advance
         * @enum {unknown}
         */
        ComponentTiming: "advance" | "arrears";
        ConfirmReader: {
            email: string;
        };
        ConfirmTotp: {
            code: string;
        };
        ConnectChannel: {
            url: string;
        };
        /** Format: uuid */
        ConnectionId: string;
        ConnectionPage: {
            id: components["schemas"]["ConnectionId"];
            kind: components["schemas"]["SourceKind"];
            name: string;
            address: string;
            user: null | string;
            credentialShown: null | string;
            shut: null | string;
            timeZone: null | string;
            /** Format: int64 */
            mailbox: null | number;
            projects: null | string;
            sites: null | string;
            /** Format: uuid */
            clientId: null | string;
            clients: components["schemas"]["SourceClient"][];
            categories: components["schemas"]["SourceCategory"][];
            urgencies: components["schemas"]["SourceUrgency"][];
            /** Format: int32 */
            everyMinutes: number;
            active: boolean;
            ended: boolean;
            nudges: boolean;
            nudgePath: string;
            /** Format: int64 */
            version: number;
        };
        ConnectionTried: {
            timeZone: null | string;
        };
        ConnectSource: {
            kind: components["schemas"]["SourceKind"];
            name: string;
            address: string;
            credential?: null | string;
            user?: null | string;
            timeZone?: null | string;
            /** Format: int64 */
            mailbox?: null | number;
            projects?: null | string;
            sites?: null | string;
            /** Format: uuid */
            clientId?: null | string;
            clients?: null | components["schemas"]["SourceClient"][];
            categories?: null | components["schemas"]["SourceCategory"][];
            urgencies?: null | components["schemas"]["SourceUrgency"][];
            /** Format: int32 */
            everyMinutes?: null | number;
        };
        Contact: {
            email: null | string;
            phone: null | string;
            line1: null | string;
            line2: null | string;
            city: null | string;
            state: null | string;
            country: null | string;
            postalCode: null | string;
        };
        ConvertedStats: {
            currency: components["schemas"]["Currency"];
            /** Format: date */
            at: string;
            rates: components["schemas"]["ExchangeRate"][];
            draft: components["schemas"]["CountAndSum"];
            unpaid: components["schemas"]["CountAndSum"];
            overdue: components["schemas"]["CountAndSum"];
            paid: components["schemas"]["CountAndSum"];
            voided: components["schemas"]["CountAndSum"];
            uncollectible: components["schemas"]["CountAndSum"];
            billed: components["schemas"]["CountAndSum"];
            received: components["schemas"]["CountAndSum"];
            refunded: components["schemas"]["Money"];
            paidOut: components["schemas"]["Money"];
            credited: components["schemas"]["Money"];
            average: null | components["schemas"]["Money"];
            collectionRate: null | components["schemas"]["Percentage"];
            aging: components["schemas"]["Aging"];
        };
        /**
         * @example {
         *       "amount": "12.50",
         *       "currency": "EUR"
         *     }
         */
        Cost: {
            /** @description An exact amount in major units, with at most the currency's decimals. */
            amount: string;
            /** @description ISO 4217. */
            currency: string;
        };
        CostFigure: {
            currency: components["schemas"]["Currency"];
            gross: components["schemas"]["Money"];
            savings: components["schemas"]["Money"];
            net: components["schemas"]["Money"];
        };
        CountAndSum: {
            /** Format: int64 */
            count: number;
            sum: components["schemas"]["Money"];
        };
        CountFigureOfDateOnly: {
            /** Format: date */
            of: string;
            /** Format: int32 */
            requests: number;
            hours: components["schemas"]["Quantity"];
        };
        CountFigureOfDayPart: {
            of: components["schemas"]["DayPart"];
            /** Format: int32 */
            requests: number;
            hours: components["schemas"]["Quantity"];
        };
        CountFigureOfint: {
            /** Format: int32 */
            of: number;
            /** Format: int32 */
            requests: number;
            hours: components["schemas"]["Quantity"];
        };
        CountFigureOfstring: {
            of: string;
            /** Format: int32 */
            requests: number;
            hours: components["schemas"]["Quantity"];
        };
        CouponCard: {
            id: components["schemas"]["CouponId"];
            code: string;
            name: string;
            off: null | components["schemas"]["Money"];
            share: null | components["schemas"]["Percentage"];
            /** Format: int32 */
            periods: null | number;
            withdrawn: boolean;
            clients: components["schemas"]["CouponClient"][];
            /** Format: int32 */
            most: null | number;
            /** Format: date */
            validUntil: null | string;
            /** Format: int32 */
            redeemed: number;
            /** Format: int64 */
            version: number;
        };
        CouponClient: {
            clientId: components["schemas"]["ClientId"];
            /** Format: date */
            since: string;
            /** Format: int32 */
            used: number;
            uses: components["schemas"]["CouponUse"][];
        };
        /** Format: uuid */
        CouponId: string;
        CouponLine: {
            id: components["schemas"]["CouponId"];
            code: string;
            name: string;
            off: null | components["schemas"]["Money"];
            share: null | components["schemas"]["Percentage"];
            /** Format: int32 */
            periods: null | number;
            /** Format: int32 */
            clients: number;
            /** Format: int32 */
            uses: number;
            withdrawn: boolean;
            /** Format: int32 */
            most: null | number;
            /** Format: date */
            validUntil: null | string;
            /** Format: int32 */
            redeemed: number;
            /** Format: int64 */
            version: number;
        };
        CouponUse: {
            source: string;
            amount: components["schemas"]["Money"];
        };
        Crediting: {
            creditNoteId: components["schemas"]["CreditNoteId"];
            number: string;
            amount: components["schemas"]["Money"];
            beyond: components["schemas"]["Money"];
            /** Format: date */
            on: string;
        };
        /** Format: uuid */
        CreditNoteId: string;
        CreditNoteList: {
            items: components["schemas"]["CreditNoteListRow"][];
            nextCursor: null | string;
            /** Format: int64 */
            count: null | number;
            totals: null | components["schemas"]["CreditNoteTotals"][];
        };
        CreditNoteListRow: {
            /** Format: uuid */
            id: string;
            number: string;
            /** Format: uuid */
            invoiceId: string;
            invoiceNumber: string;
            /** Format: uuid */
            clientId: string;
            clientName: string;
            /** Format: date */
            issueDate: string;
            reason: string;
            currency: components["schemas"]["Currency"];
            tax: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
            offInvoice: components["schemas"]["Money"];
        };
        CreditNotePage: {
            /** Format: uuid */
            id: string;
            number: string;
            /** Format: uuid */
            invoiceId: string;
            invoiceNumber: string;
            client: components["schemas"]["InvoiceClient"];
            /** Format: date */
            issueDate: string;
            reason: string;
            currency: components["schemas"]["Currency"];
            lines: components["schemas"]["InvoicePageLine"][];
            subtotal: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
            shipping: components["schemas"]["Money"];
            taxes: components["schemas"]["InvoicePageTax"][];
            tax: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
            offInvoice: components["schemas"]["Money"];
            toCredit: components["schemas"]["Money"];
            taxRules: components["schemas"]["TaxRules"];
            taxTreatment: components["schemas"]["TaxTreatment"];
            /** Format: int64 */
            version: number;
        };
        CreditNotePreview: {
            currency: components["schemas"]["Currency"];
            lines: components["schemas"]["InvoicePageLine"][];
            subtotal: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
            shipping: components["schemas"]["Money"];
            taxes: components["schemas"]["InvoicePageTax"][];
            tax: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
            taxRules: components["schemas"]["TaxRules"];
            taxTreatment: components["schemas"]["TaxTreatment"];
            offInvoice: components["schemas"]["Money"];
            toCredit: components["schemas"]["Money"];
            outstanding: components["schemas"]["Money"];
            creditable: components["schemas"]["Money"];
            refusal: null | components["schemas"]["PreviewRefusal"];
        };
        CreditNoteTotals: {
            currency: components["schemas"]["Currency"];
            /** Format: int64 */
            creditNotes: number;
            tax: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
            offInvoice: components["schemas"]["Money"];
        };
        /** @description An ISO 4217 currency. */
        Currency: string;
        /** @description One billing date of a custom schedule and the days it bills. Years 1900 to 2999. */
        CustomDate: {
            /** Format: date */
            date: string;
            period: components["schemas"]["CustomPeriod"];
            /**
             * Format: date
             * @description Of an explicit period.
             */
            from?: string;
            /**
             * Format: date
             * @description Of an explicit period.
             */
            through?: string;
        };
        /** @description The dates of a custom schedule, newest first, each once, at most 1,000. Two lists with the same dates are equal. */
        CustomDates: components["schemas"]["CustomDate"][];
        CustomDatesPage: {
            items: components["schemas"]["CustomDates"];
            /** Format: int64 */
            version: number;
        };
        /**
         * @description How the days billed on a custom date are found.
         * @enum {unknown}
         */
        CustomPeriod: "weekly" | "twoWeekly" | "semiMonthly" | "monthly" | "explicit";
        CycleLine: {
            /** Format: int32 */
            index: number;
            label: string;
            /** Format: date */
            billingDate: string;
            /** Format: date */
            from: string;
            /** Format: date */
            through: string;
        };
        CycleList: {
            items: components["schemas"]["CycleLine"][];
        };
        /**
         * @description In which order day, month and year are written.
         * @enum {unknown}
         */
        DateOrder: "mdy" | "dmy" | "ymd";
        /** @enum {unknown} */
        DayOfWeek: "sunday" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday";
        /** @enum {unknown} */
        DayPart: "morning" | "afternoon" | "evening" | "night" | "lateNight";
        /** @description Something that was given up and waits for somebody to look at it. */
        DeadLetterLine: {
            /** @description What to replay it by. */
            id: string;
            /** @description The message's type, or the alias of the event. */
            type: string;
            /**
             * @description message or projection.
             * @enum {string}
             */
            kind: "message" | "projection";
            /**
             * Format: date-time
             * @description When it failed last, UTC.
             */
            failedAt: string;
            /**
             * Format: int32
             * @description How often it was tried.
             */
            attempts: number;
            /** @description Why it failed last, in one line. */
            error: string;
            /** @description The message or the event. */
            body: components["schemas"]["JsonElement"];
        };
        /** @description Dead letters. */
        DeadLetterPage: {
            /** @description Newest first; for more, ask with `before` = the last one's failedAt. */
            items: components["schemas"]["DeadLetterLine"][];
        };
        DefineMeter: {
            code: string;
            name: string;
            rule: components["schemas"]["WantedRule"];
            unit?: null | string;
            late?: null | components["schemas"]["LateUsage"];
        };
        DefinePlan: {
            code: string;
            terms: components["schemas"]["WantedTerms"];
            /** @description ISO 4217, such as EUR. */
            currency?: null | string;
            every?: components["schemas"]["PeriodLength"];
            /** Format: date */
            startsOn?: null | string;
        };
        DefineStatusSet: {
            name: string;
            statuses: components["schemas"]["WantedStatus"][];
        };
        DeleteTenant: {
            slug: string;
        };
        DevelopmentMail: {
            /** Format: uuid */
            id: string;
            kind: string;
            /** Format: date-time */
            at: string;
            to: string;
            name: string;
            sender: null | string;
            subject: string;
            text: string;
            links: string[];
            alsoTo: string[];
            copies: string[];
            files: string[];
        };
        DevelopmentMailPage: {
            items: components["schemas"]["DevelopmentMail"][];
        };
        Digest: {
            rhythm: components["schemas"]["DigestRhythm"];
            /** Format: int32 */
            hour: number;
            day?: null | components["schemas"]["DayOfWeek"];
        };
        /** @enum {unknown} */
        DigestRhythm: "daily" | "weekly";
        Discount: {
            /** @description Hundredths, such as 19 or 7.5. */
            percent?: null | string;
            /**
             * @example {
             *       "amount": "12.50",
             *       "currency": "EUR"
             *     }
             */
            amount?: null | {
                /** @description An exact amount in major units, with at most the currency's decimals. */
                amount: string;
                /** @description ISO 4217. */
                currency: string;
            };
        };
        DocumentLetter: {
            to: string[];
            cc: string[];
            subject: string;
            message: string;
            language: string;
        };
        DocumentLetterhead: {
            name: string;
            address: string[];
            country: null | string;
            contact: string[];
            taxId: null | string;
            look: components["schemas"]["DocumentLook"];
            bank: null | components["schemas"]["InvoiceBank"];
            paymentPage: null | string;
            footer: string;
        };
        /** @enum {unknown} */
        DocumentLook: "classic" | "modern" | "minimal";
        DropLimit: {
            subject: string;
            code: string;
        };
        Dropped: {
            outcome: string;
        };
        DunningAttempt: {
            /** Format: int32 */
            number: number;
            /** Format: date-time */
            at: string;
            reason: components["schemas"]["AttemptReason"];
            amount: components["schemas"]["Money"];
            provider: string;
            lastFour: string;
            end: null | components["schemas"]["AttemptEnd"];
            payment: null | string;
            code: null | string;
            needsAction: boolean;
        };
        /** @enum {unknown} */
        DunningEnd: "unpaid" | "canceled" | "pastDue";
        DunningPage: {
            id: components["schemas"]["CollectionId"];
            /** Format: uuid */
            invoiceId: string;
            number: string;
            subscriptionId: components["schemas"]["SubscriptionId"];
            clientId: components["schemas"]["ClientId"];
            state: components["schemas"]["CollectionState"];
            /** Format: int32 */
            step: number;
            /** Format: date-time */
            nextAt: null | string;
            attempts: components["schemas"]["DunningAttempt"][];
            disputes: string[];
            refunds: components["schemas"]["DunningRefund"][];
            /** Format: int64 */
            version: number;
        };
        DunningRefund: {
            /** Format: int32 */
            number: null | number;
            repeated: boolean;
            /** Format: date-time */
            at: null | string;
            amount: components["schemas"]["Money"];
            payment: string;
            refund: null | string;
            code: null | string;
        };
        DunningRow: {
            id: components["schemas"]["CollectionId"];
            /** Format: uuid */
            invoiceId: string;
            number: string;
            subscriptionId: components["schemas"]["SubscriptionId"];
            clientId: components["schemas"]["ClientId"];
            amount: components["schemas"]["Money"];
            state: components["schemas"]["CollectionState"];
            /** Format: int32 */
            attempts: number;
            code: null | string;
            /** Format: date-time */
            nextAt: null | string;
            /** Format: date-time */
            begunAt: string;
            /** Format: date-time */
            lastAt: string;
            disputed: boolean;
            /** Format: int64 */
            version: number;
        };
        /** @enum {unknown} */
        Effective: "now" | "periodEnd" | null;
        /** @enum {unknown} */
        Effort: "small" | "medium" | "large";
        Ending: {
            reason: string;
            /** Format: date */
            on: string;
        };
        EndInvoice: {
            reason: string;
        };
        EnterExchangeRates: {
            rates: components["schemas"]["ExchangeRate"][];
        };
        EnterPortal: {
            token: string;
        };
        Entitlement: {
            code: string;
            allowed: boolean;
            used: string;
            limit: null | components["schemas"]["Quantity"];
            remaining: null | string;
            /** Format: date-time */
            resetsAt: null | string;
            hard: boolean;
        };
        EventTypeLine: {
            type: string;
            module: string;
            meaning: string;
            since: string;
            schema: components["schemas"]["JsonObject"];
            example: components["schemas"]["JsonObject"];
        };
        /**
         * @description An amount on its way to becoming money: exact to 12 decimals, never below the currency's own. On the wire as money is, such as `{"amount":"0.0107","currency":"USD"}`.
         * @example {
         *       "amount": "12.50",
         *       "currency": "EUR"
         *     }
         */
        ExactAmount: {
            /** @description An exact amount in major units, with at most the currency's decimals. */
            amount: string;
            /** @description ISO 4217. */
            currency: string;
        };
        ExampleInvoice: {
            /** Format: date */
            on: string;
            lines: components["schemas"]["SubscriptionLine"][];
            total: components["schemas"]["Money"];
        };
        ExchangeRate: {
            from: components["schemas"]["Currency"];
            to: components["schemas"]["Currency"];
            /** Format: date */
            on: string;
            rate: components["schemas"]["UnitPrice"];
            source: string;
        };
        ExchangeRatesPage: {
            items: components["schemas"]["ExchangeRate"][];
            /** Format: int64 */
            version: number;
        };
        /**
         * @description An amount, and what it is made of. The parts add up to it, always: whatever they leave over is a part of its own, which says so. There is no way to make one
         *     that does not add up.
         */
        Explained: {
            /** @description What it is. */
            name?: components["schemas"]["ExplainedAs"];
            /** @description What it is called, or else what it is, in English. */
            label?: null | string;
            /** @description What it is called where somebody gave it a name, such as the description of a line; null for none. */
            text?: null | string;
            /** @description What it adds to the amount above. */
            amount?: components["schemas"]["ExactAmount"];
            /** @description What it is made of; empty for a leaf, and for what is opened by itself. */
            parts?: null | components["schemas"]["Explained"][];
            rule?: null | components["schemas"]["ExplainedRule"];
            event?: null | components["schemas"]["ExplainedEvent"];
            record?: null | components["schemas"]["ExplainedRecord"];
            /**
             * Format: int32
             * @description How many things stand behind it, where they are not listed here.
             */
            count?: null | number;
            /** @description An address of this API that answers the same amount with its parts; null where there is nothing more to say. */
            open?: null | string;
            /** @description The permission without which its parts are not shown; null where nothing is held back. */
            needs?: null | string;
        };
        /**
         * @description What an explained amount is. The dashboard has a word for each, in every language.
         * @enum {unknown}
         */
        ExplainedAs: "total" | "outstanding" | "paid" | "taxes" | "line" | "price" | "rounding" | "lineDiscount" | "discount" | "tax" | "taxOfLine" | "charge" | "byHand" | "fact" | "changedSince" | "correction" | "payment" | "paymentTakenBack" | "creditUsed" | "creditReleased" | "creditNote" | "voided" | "elsewhere" | "invoice" | "balance" | "credit" | "creditAdded" | "creditWithdrawn" | "refunded" | "receivables" | "more" | "usageBill" | "usageCharge" | "pricePart" | "billedBefore" | "coupon" | "wallet" | "walletGranted" | "walletUsed" | "walletReturned" | "walletEnded" | "subscriptionLine" | "recurringRevenue" | "subscription" | "supportMonth" | "request" | "freeHours" | "project" | "freeProject" | "site" | "freeSite" | "prorated" | "aiCosts" | "aiAccount" | "aiUsage" | "converted" | "markup" | "margin" | "billingRecord" | "notExplained";
        /**
         * @description How an amount follows. The dashboard has a sentence for each, in every language.
         * @enum {unknown}
         */
        ExplainedBy: "times" | "share" | "rounded" | "entered" | "difference" | "days" | "tier" | "flat" | "rate" | "hours" | "free" | "perMonth" | "reported" | "priceBook";
        /** @description An event by which an amount came about. */
        ExplainedEvent: {
            /** @description What it happened to, as `/api/history` calls it; null where that has no history there. */
            kind: null | string;
            /**
             * Format: uuid
             * @description The record.
             */
            id: string;
            /**
             * Format: int64
             * @description Of the record after it: its history looks at the record as it was then.
             */
            version: number;
            /**
             * Format: int64
             * @description Its number in the log.
             */
            sequence: number;
            /** @description Its alias. */
            type: string;
            /**
             * Format: date-time
             * @description UTC.
             */
            at: string;
            /** @description Who did it. */
            who: components["schemas"]["Actor"];
        };
        ExplainedKind: {
            kind: string;
            amounts: string[];
            perCurrency: boolean;
        };
        ExplainedKindList: {
            items: components["schemas"]["ExplainedKind"][];
        };
        /** @description A thing that has a page. */
        ExplainedRecord: {
            /** @description What it is, such as `invoice`. */
            kind: string;
            /** @description Its id. */
            id: string;
        };
        /** @description How an amount follows from what it is made of. */
        ExplainedRule: {
            /** @description Which rule. */
            by: components["schemas"]["ExplainedBy"];
            /** @description With the numbers of this case, such as `2.5 × 80.00 EUR`; empty where there are none. */
            formula: string;
            /** @description The rule in words, in English. */
            words?: null | string;
        };
        /** Format: uuid */
        FacilityGroupId: string;
        /** Format: uuid */
        FacilityId: string;
        FacilityLine: {
            id: components["schemas"]["FacilityId"];
            name: string;
            groupId: components["schemas"]["FacilityGroupId"];
            groupName: string;
            archived: boolean;
            /** Format: int64 */
            version: number;
            /** Format: int64 */
            records: number;
        };
        /** @description A fee that stands already. */
        FeeTerms: {
            amount: string;
            /** @description In hundredths; null takes the one of the whole. */
            taxRate?: null | string;
        };
        FieldChange: {
            field: string;
            from: unknown;
            to: unknown;
        };
        ForecastDay: {
            /** Format: date */
            day: string;
            cost: components["schemas"]["Cost"];
            low: components["schemas"]["Cost"];
            high: components["schemas"]["Cost"];
        };
        ForgetMe: {
            password: string;
        };
        ForgetPerson: {
            email: string;
        };
        ForgetUser: {
            address: string;
        };
        ForgotPassword: {
            email: string;
        };
        FoundedSample: {
            id: string;
            slug: string;
            /** Format: date-time */
            startsAt: string;
        };
        FreeAllowance: {
            /** Format: uuid */
            clientId: null | string;
            /** Format: date */
            from: string;
            hours: components["schemas"]["Quantity"];
            projects: components["schemas"]["ValueListOfFreeProjects"];
            /** Format: int32 */
            sitesPer: number;
        };
        /** @enum {unknown} */
        FreeHoursOrder: "earliest" | "cheapest";
        FreeProjects: {
            category: string;
            /** Format: int32 */
            count: number;
        };
        /**
         * @description How often a schedule bills.
         * @enum {unknown}
         */
        Frequency: "weekly" | "everyTwoWeeks" | "semiMonthly" | "monthly" | "everyTwoMonths" | "quarterly" | "yearly" | "custom";
        GiveClientLink: {
            /** Format: date */
            expiresOn?: null | string;
        };
        GiveCoupon: {
            clientId: components["schemas"]["ClientId"];
        };
        GridPage: {
            items: components["schemas"]["GridRow"][];
            nextCursor: null | string;
            /** Format: int64 */
            count: null | number;
            totals: null | components["schemas"]["GridTotals"][];
        };
        GridRow: {
            /** Format: uuid */
            id: null | string;
            facilityId: components["schemas"]["FacilityId"];
            facilityName: string;
            groupId: components["schemas"]["FacilityGroupId"];
            groupName: string;
            currency: components["schemas"]["Currency"];
            /** Format: date */
            billingDate: string;
            /** Format: date */
            from: string;
            /** Format: date */
            through: string;
            statusId: null | components["schemas"]["StatusId"];
            billed: null | components["schemas"]["Money"];
            paid: null | components["schemas"]["Money"];
            /** Format: date */
            paidOn: null | string;
            note: null | string;
            /** Format: uuid */
            importId: null | string;
            withdrawn: boolean;
            /** Format: int64 */
            version: number;
            /** Format: date-time */
            editedAt: null | string;
            editedBy: null | string;
            outstanding: null | components["schemas"]["Money"];
            state: components["schemas"]["MoneyState"];
            partlyPaid: boolean;
            hint: null | components["schemas"]["Hint"];
            charge?: null | components["schemas"]["ChargedFact"];
        };
        GridTotals: {
            currency: components["schemas"]["Currency"];
            billed: components["schemas"]["Money"];
            paid: components["schemas"]["Money"];
            outstanding: components["schemas"]["Money"];
            overdue: components["schemas"]["Money"];
            /** Format: int64 */
            records: number;
        };
        GroupCard: {
            id: components["schemas"]["FacilityGroupId"];
            name: string;
            schedule: components["schemas"]["Schedule"];
            statusSetId: components["schemas"]["StatusSetId"];
            /** Format: int32 */
            paymentTermsDays: number;
            currency: components["schemas"]["Currency"];
            clientId: null | components["schemas"]["ClientId"];
            archived: boolean;
            /** Format: int64 */
            version: number;
            /** Format: int64 */
            facilities: number;
            open: components["schemas"]["Money"];
            overdue: components["schemas"]["Money"];
        };
        GroupTerms: {
            name: string;
            schedule: components["schemas"]["Schedule"];
            /** Format: uuid */
            statusSetId?: string;
            /** Format: int32 */
            paymentTermsDays?: null | number;
            /** @description ISO 4217, such as EUR. */
            currency?: null | string;
            clientId?: components["schemas"]["ChangeOfClientId"];
        };
        /** @description The health page: the whole, and each part of it. */
        HealthPage: {
            /** @description As bad as the worst part. */
            status: components["schemas"]["HealthStatus"];
            /** @description Every part that was looked at. */
            parts: components["schemas"]["HealthRow"][];
        };
        /** @description One part on the health page. */
        HealthRow: {
            /** @description Which. */
            name: string;
            /** @description Well or not. */
            status: components["schemas"]["HealthStatus"];
            /** @description One sentence for an operator. */
            detail: null | string;
            /**
             * Format: int64
             * @description How far behind, in events.
             */
            lag: null | number;
            /**
             * Format: date-time
             * @description When it last did its work, UTC.
             */
            lastGood: null | string;
        };
        /**
         * @description From good to bad; the whole is as bad as its worst part.
         * @enum {unknown}
         */
        HealthStatus: "ok" | "degraded" | "failed";
        HeldLine: {
            line: components["schemas"]["BillLine"];
            code: string;
        };
        /** @enum {unknown} */
        Hint: "paidButOpen" | "openButPaid" | null;
        HistoryEntry: {
            /** Format: int64 */
            version: number;
            /** Format: date-time */
            at: string;
            actor: components["schemas"]["Actor"];
            event: string;
            changes: components["schemas"]["FieldChange"][];
        };
        HostingFee: {
            /** Format: date */
            from: string;
            fee: components["schemas"]["Money"];
        };
        HostingMonth: {
            /** Format: uuid */
            clientId: string;
            clientName: string;
            month: string;
            hosting: components["schemas"]["MonthHosting"];
        };
        HostingMonths: {
            items: components["schemas"]["HostingMonth"][];
            leftOut: components["schemas"]["MonthLeftOut"][];
        };
        /** @enum {unknown} */
        HostingState: "full" | "proratedStart" | "proratedEnd" | "inactive";
        /** Format: binary */
        IFormFile: string;
        ImportAnswer: {
            importId: components["schemas"]["ImportId"];
            dryRun: boolean;
            /** Format: int32 */
            accepted: number;
            /** Format: int32 */
            unchanged: number;
            rejected: components["schemas"]["RowError"][];
            repeated: components["schemas"]["RepeatedRow"][];
            totals: components["schemas"]["ImportSum"][];
            newGroups: components["schemas"]["ImportedGroup"][];
            /** Format: int32 */
            newFacilities: number;
            file: components["schemas"]["ImportedFile"];
            preview: null | components["schemas"]["PreviewLine"][];
        };
        ImportChoices: {
            mapping?: null | {
                [key: string]: string;
            };
            /** @enum {unknown} */
            dateOrder?: "mdy" | "dmy" | "ymd" | null;
            /** @enum {null|string} */
            decimal?: "." | "," | null;
            separator?: null | string;
            encoding?: null | string;
            sheetName?: null | string;
            schedules?: null | {
                [key: string]: {
                    /**
                     * @description How often a schedule bills.
                     * @enum {unknown}
                     */
                    frequency: "weekly" | "everyTwoWeeks" | "semiMonthly" | "monthly" | "everyTwoMonths" | "quarterly" | "yearly" | "custom";
                    /**
                     * @description Where the bill lies relative to the days it bills.
                     * @enum {unknown}
                     */
                    periodRule: "arrears" | "current";
                    /** @enum {unknown} */
                    dayOfWeek?: "sunday" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday";
                    /** Format: int32 */
                    dayOfMonth?: number;
                    days?: number[];
                    /** Format: date */
                    anchor?: string;
                };
            };
            /** Format: int32 */
            paymentTermsDays?: null | number;
            corrections?: null | {
                /**
                 * Format: int32
                 * @description Its line in the file.
                 */
                line: number;
                /** @description The sheet's own name of the column, as errors name it. */
                column: string;
                /** @description Read as the file's own cells of that column are; empty: blank. */
                value: string;
            }[];
            onlyClean?: boolean;
        };
        ImportedFile: {
            name: string;
            format: string;
            encoding: null | string;
            separator: null | string;
            sheetName: null | string;
            dateOrder: components["schemas"]["DateOrder"];
            /** @enum {string} */
            decimal: "." | ",";
            datesInDoubt: null | string;
            amountsInDoubt: null | string;
            columns: string[];
            mapping: {
                [key: string]: string;
            };
            /** Format: int32 */
            rows: number;
            notes: components["schemas"]["SheetError"][];
        };
        ImportedGroup: {
            name: string;
            schedule: null | components["schemas"]["Schedule"];
            /** Format: int32 */
            facilities: number;
            currency: components["schemas"]["Currency"];
            /** Format: int32 */
            explained: number;
            /** Format: int32 */
            seen: number;
            /** Format: int32 */
            paymentTermsDays: number;
        };
        ImportedTenant: {
            id: string;
            slug: string;
            name: string;
            /** Format: int64 */
            events: number;
            /** Format: int64 */
            lines: number;
            /** Format: int32 */
            readModels: number;
            /** Format: int64 */
            rows: number;
            people: components["schemas"]["ParcelPerson"][];
        };
        /** Format: uuid */
        ImportId: string;
        ImportLineItem: {
            importId: components["schemas"]["ImportId"];
            /** Format: date-time */
            at: null | string;
            actor: null | string;
            fileName: string;
            /** @enum {string} */
            state: "running" | "done" | "undone";
            /** Format: int32 */
            accepted: number;
            /** Format: int32 */
            unchanged: number;
            /** Format: int32 */
            rejected: number;
            /** Format: date-time */
            undoneAt: null | string;
            /** Format: double */
            progress: number;
        };
        /** @enum {unknown} */
        ImportOutcome: "new" | "changed" | "unchanged" | "repeated" | "rejected";
        ImportSum: {
            currency: components["schemas"]["Currency"];
            billed: components["schemas"]["Money"];
            paid: components["schemas"]["Money"];
        };
        ImportTakenBack: {
            importId: components["schemas"]["ImportId"];
            /** Format: int32 */
            undone: number;
            kept: components["schemas"]["KeptRecord"][];
        };
        /** @enum {unknown} */
        IntervalUnit: "week" | "month" | "quarter" | "halfYear" | "year";
        InvitationCard: {
            id: components["schemas"]["InvitationId"];
            email: string;
            role: components["schemas"]["Role"];
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            sentAt: string;
            /** @enum {string} */
            state: "waiting" | "expired";
        };
        /** Format: uuid */
        InvitationId: string;
        InvitationOffer: {
            organisation: string;
            email: string;
            role: components["schemas"]["Role"];
            knownPerson: boolean;
        };
        InvitationPage: {
            items: components["schemas"]["InvitationCard"][];
        };
        InvitePerson: {
            email: string;
            role: components["schemas"]["Role"];
        };
        InvitePortalUser: {
            /** Format: uuid */
            clientId: string;
            name: string;
            email: string;
            /** @default false */
            seesInvoices?: boolean;
        };
        InvoiceBank: {
            holder: string;
            iban: null | string;
            bic: null | string;
            bank: null | string;
            reference: null | string;
        };
        InvoiceClient: {
            id: components["schemas"]["ClientId"];
            name: string;
            address: null | string;
            email: null | string;
            taxId: null | string;
            country: null | string;
            language: null | string;
        };
        InvoiceHappening: {
            /** Format: int64 */
            version: number;
            /** Format: date-time */
            at: string;
            actor: components["schemas"]["Actor"];
            event: string;
            facts: {
                [key: string]: string;
            };
        };
        InvoiceHistory: {
            items: components["schemas"]["InvoiceHappening"][];
            then: components["schemas"]["InvoicePage"];
        };
        /** Format: uuid */
        InvoiceId: string;
        InvoiceList: {
            items: components["schemas"]["InvoiceListRow"][];
            nextCursor: null | string;
            /** Format: int64 */
            count: null | number;
            totals: null | components["schemas"]["InvoiceTotals"][];
            counts: null | {
                [key: string]: number;
            };
        };
        InvoiceListRow: {
            /** Format: uuid */
            id: string;
            number: null | string;
            status: components["schemas"]["InvoiceStatus"];
            state: components["schemas"]["InvoiceState"];
            /** Format: uuid */
            clientId: string;
            clientName: string;
            /** Format: date */
            issueDate: null | string;
            /** Format: date */
            dueDate: null | string;
            period: null | components["schemas"]["Period"];
            currency: components["schemas"]["Currency"];
            subtotal: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
            shipping: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
            pricesIncludeTax: boolean;
            total: components["schemas"]["Money"];
            paid: components["schemas"]["Money"];
            credited: components["schemas"]["Money"];
            outstanding: components["schemas"]["Money"];
            purchaseOrder: null | string;
            /** Format: int64 */
            version: number;
            mirror: null | components["schemas"]["InvoiceMirror"];
        };
        InvoiceMirror: {
            outsideId: string;
            page: null | string;
        };
        InvoiceMonth: {
            period: components["schemas"]["Period"];
            billed: components["schemas"]["CountAndSum"];
            received: components["schemas"]["CountAndSum"];
            before?: null | components["schemas"]["MonthBefore"];
        };
        InvoiceMonths: {
            currency: components["schemas"]["Currency"];
            months: components["schemas"]["InvoiceMonth"][];
        };
        /**
         * @description How far an invoice goes by itself.
         * @enum {unknown}
         */
        InvoiceOutcome: "draft" | "issue" | "send";
        InvoicePage: {
            /** Format: uuid */
            id: string;
            number: null | string;
            status: components["schemas"]["InvoiceStatus"];
            state: components["schemas"]["InvoiceState"];
            client: components["schemas"]["InvoiceClient"];
            /** Format: date */
            issueDate: null | string;
            /** Format: date */
            dueDate: null | string;
            /** Format: int32 */
            termsDays: number;
            period: null | components["schemas"]["Period"];
            currency: components["schemas"]["Currency"];
            lines: components["schemas"]["InvoicePageLine"][];
            subtotal: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
            discountTerms: null | components["schemas"]["Discount"];
            shipping: components["schemas"]["Money"];
            taxes: components["schemas"]["InvoicePageTax"][];
            tax: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
            paid: components["schemas"]["Money"];
            credited: components["schemas"]["Money"];
            outstanding: components["schemas"]["Money"];
            taxRules: components["schemas"]["TaxRules"];
            taxTreatment: components["schemas"]["TaxTreatment"];
            taxReason: null | string;
            notes: null | string;
            terms: null | string;
            purchaseOrder: null | string;
            shipTo: null | string;
            payments: components["schemas"]["InvoicePayment"][];
            creditNotes: components["schemas"]["Crediting"][];
            ended: null | components["schemas"]["Ending"];
            /** Format: uuid */
            billingRun: null | string;
            /** Format: uuid */
            replaces: null | string;
            /** Format: uuid */
            quote: null | string;
            /** Format: uuid */
            recurring: null | string;
            mirror: null | components["schemas"]["InvoiceMirror"];
            /** Format: int64 */
            version: number;
        };
        InvoicePageLine: {
            description: string;
            quantity: components["schemas"]["Quantity"];
            unitPrice: components["schemas"]["UnitPrice"];
            price: components["schemas"]["Money"];
            discount: null | components["schemas"]["Discount"];
            discountAmount: components["schemas"]["Money"];
            amount: components["schemas"]["Money"];
            taxes: components["schemas"]["TaxRate"][];
            period: null | components["schemas"]["Period"];
            group: null | string;
            kind: components["schemas"]["LineKind"];
            charges: components["schemas"]["ChargeId"][];
        };
        InvoicePageTax: {
            name: string;
            rate: components["schemas"]["Percentage"];
            on: components["schemas"]["Money"];
            amount: components["schemas"]["Money"];
        };
        InvoicePayment: {
            /** @enum {string} */
            kind: "payment" | "credit";
            /** Format: uuid */
            paymentId: null | string;
            reference: null | string;
            amount: components["schemas"]["Money"];
            /** Format: date */
            on: string;
        };
        InvoicePaymentRequest: {
            reference: string;
            amount: components["schemas"]["Money"];
            /** Format: date */
            receivedOn?: null | string;
            method?: components["schemas"]["PaymentMethod"];
            /**
             * @example {
             *       "amount": "12.50",
             *       "currency": "EUR"
             *     }
             */
            fee?: null | {
                /** @description An exact amount in major units, with at most the currency's decimals. */
                amount: string;
                /** @description ISO 4217. */
                currency: string;
            };
            note?: null | string;
        };
        InvoicePreview: {
            currency: components["schemas"]["Currency"];
            /** Format: date */
            dueDate: string;
            lines: components["schemas"]["InvoicePageLine"][];
            subtotal: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
            shipping: components["schemas"]["Money"];
            taxes: components["schemas"]["InvoicePageTax"][];
            tax: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
            taxRules: components["schemas"]["TaxRules"];
            taxTreatment: components["schemas"]["TaxTreatment"];
            refusal: null | components["schemas"]["PreviewRefusal"];
        };
        InvoiceRemindersPage: {
            on: boolean;
            silenced: boolean;
            clientSilenced: boolean;
            stopped: null | components["schemas"]["ReminderStop"];
            log: components["schemas"]["ReminderLine"][];
            ahead: components["schemas"]["ReminderAhead"][];
            /** Format: int64 */
            version: number;
        };
        /** @enum {unknown} */
        InvoiceStanding: "draft" | "dropped" | "issued" | "voided" | "givenUp" | null;
        /** @enum {unknown} */
        InvoiceState: "draft" | "open" | "partlyPaid" | "overdue" | "paid" | "voided" | "uncollectible";
        InvoiceStats: {
            currency: components["schemas"]["Currency"];
            draft: components["schemas"]["CountAndSum"];
            unpaid: components["schemas"]["CountAndSum"];
            overdue: components["schemas"]["CountAndSum"];
            paid: components["schemas"]["CountAndSum"];
            voided: components["schemas"]["CountAndSum"];
            uncollectible: components["schemas"]["CountAndSum"];
            billed: components["schemas"]["CountAndSum"];
            received: components["schemas"]["CountAndSum"];
            refunded: components["schemas"]["Money"];
            paidOut: components["schemas"]["Money"];
            credited: components["schemas"]["Money"];
            average: null | components["schemas"]["Money"];
            /** Format: double */
            averageDaysToPay: null | number;
            collectionRate: null | components["schemas"]["Percentage"];
            aging: components["schemas"]["Aging"];
        };
        /** @enum {unknown} */
        InvoiceStatus: "draft" | "issued" | "paid" | "voided" | "uncollectible";
        InvoiceTotals: {
            currency: components["schemas"]["Currency"];
            /** Format: int64 */
            invoices: number;
            total: components["schemas"]["Money"];
            paid: components["schemas"]["Money"];
            credited: components["schemas"]["Money"];
            outstanding: components["schemas"]["Money"];
            overdue: components["schemas"]["Money"];
        };
        InvoicingSettingsPage: {
            taxRounding: components["schemas"]["TaxRounding"];
            pricesIncludeTax: boolean;
            taxBeforeDiscount: boolean;
            taxCategories: components["schemas"]["TaxCategory"][];
            sellerTaxId: null | string;
            look: components["schemas"]["DocumentLook"];
            paper: components["schemas"]["Paper"];
            language: string;
            /** Format: int32 */
            termsDays: number;
            bank: components["schemas"]["BankDetails"];
            paymentPage: string;
            linksOnPaper: boolean;
            footer: string;
            allowsZeroTotals: boolean;
            languages: string[];
            currency: components["schemas"]["Currency"];
            /** Format: int64 */
            version: number;
        };
        IssueApiKey: {
            name: string;
            scopes: string[];
            /** Format: date-time */
            expiresAt?: null | string;
        };
        IssuedApiKey: {
            id: components["schemas"]["ApiKeyId"];
            key: string;
            name: string;
            prefix: string;
            scopes: string[];
            /** Format: date-time */
            expiresAt: null | string;
        };
        IssueInvoice: {
            /** Format: date */
            issueDate?: null | string;
        };
        IssueQuote: {
            /** Format: date */
            validUntil?: null | string;
        };
        JsonElement: unknown;
        JsonNode: unknown;
        JsonObject: Record<string, never>;
        Jwk: {
            kty: string;
            crv: string;
            x: string;
            y: string;
            kid: string;
            alg: string;
            use: string;
        };
        Jwks: {
            keys: components["schemas"]["Jwk"][];
        };
        KeepMessageLists: {
            lists?: null | components["schemas"]["WrittenLists"];
        };
        KeptClient: {
            clientId: components["schemas"]["ClientId"];
            name: string;
        };
        KeptRecord: {
            /** Format: uuid */
            recordId: string;
            facility: string;
            /** Format: date */
            from: string;
            /** Format: date */
            through: string;
            reason: string;
        };
        KnownRecordKind: {
            kind: string;
            entity: string;
        };
        KnownReport: {
            name: string;
            says: string;
            span: components["schemas"]["ReportSpan"];
            columns: components["schemas"]["ReportColumn"][];
        };
        /**
         * @default onNextInvoice
         * @enum {unknown}
         */
        LateFeeGoes: "onNextInvoice" | "intoDraft";
        LateFeeTerms: {
            /** @description Hundredths, such as 19 or 7.5. */
            percent?: null | string;
            amounts?: null | components["schemas"]["Money"][];
            /**
             * Format: int32
             * @default 0
             */
            graceDays?: number;
            caps?: null | components["schemas"]["Money"][];
            taxCategory?: null | string;
            goes?: components["schemas"]["LateFeeGoes"];
        };
        /** @enum {unknown} */
        LatePolicy: "bill" | "freeze" | "hold";
        LateUsage: {
            then: components["schemas"]["LatePolicy"];
            /**
             * Format: int32
             * @default 0
             */
            afterHours?: number;
        };
        LeavePlan: {
            /** Format: uuid */
            assignmentId: string;
            /** Format: date */
            through?: null | string;
        };
        LeftOutPeriod: {
            clientId: components["schemas"]["ClientId"];
            subject: string;
            plan: string;
            period: components["schemas"]["Period"];
            code: string;
            reason: string;
        };
        LeftOutPrice: {
            provider: string;
            model: string;
            code: string;
            reason: string;
        };
        LeftOutRecord: {
            /** Format: uuid */
            recordId: string;
            facilityName: string;
            code: string;
            reason: string;
        };
        /**
         * @description When a projection's rows are written.
         * @enum {unknown}
         */
        Lifecycle: "inline" | "async";
        LimitAlertLine: {
            /** Format: uuid */
            id: string;
            subject: string;
            code: string;
            meter: string;
            limit: components["schemas"]["Quantity"];
            /** @enum {string} */
            kind: "soft" | "hard";
            /** Format: int32 */
            threshold: number;
            used: string;
            period: components["schemas"]["Period"];
            /** Format: date-time */
            at: string;
        };
        /** @enum {unknown} */
        LimitKind: "soft" | "hard";
        LimitLine: {
            subject: string;
            code: string;
            meter: string;
            unit: string;
            limit: components["schemas"]["Quantity"];
            kind: components["schemas"]["LimitKind"];
            thresholds: number[];
            plan: null | string;
            own: boolean;
            every: components["schemas"]["PeriodLength"];
            period: components["schemas"]["Period"];
            /** Format: date-time */
            resetsAt: string;
            used: string;
            /** Format: int64 */
            percent: null | number;
        };
        LineFigure: {
            kind: components["schemas"]["MonthLineKind"];
            month: string;
            urgency: null | components["schemas"]["Urgency"];
            description: string;
            quantity: components["schemas"]["Quantity"];
            unitPrice: components["schemas"]["UnitPrice"];
            amount: components["schemas"]["Money"];
            sources: string[];
            close: null | string;
        };
        /** @enum {unknown} */
        LineKind: "item" | "shipping";
        LinkPlanOutside: {
            prices: string[];
        };
        ListCustomDates: {
            items: components["schemas"]["CustomDate"][];
            /** Format: int64 */
            version?: null | number;
        };
        Login: {
            email: string;
            password: string;
            organisation?: null | string;
            code?: null | string;
        };
        /** @enum {unknown} */
        MailedFormat: "csv" | "xlsx";
        MailPreview: {
            to: string[];
            cc: string[];
            subject: string;
            text: string;
            html: string;
            attachments: components["schemas"]["PreviewedFile"][];
            /** Format: date */
            on: string;
            fee: null | components["schemas"]["Money"];
        };
        /** @enum {unknown} */
        MailRhythm: "weekly" | "monthly";
        MailSchedulePage: {
            rhythm: components["schemas"]["MailRhythm"];
            /** Format: int32 */
            day: number;
            format: components["schemas"]["MailedFormat"];
            readers: string[];
        };
        MailServerPage: {
            host: string;
            /** Format: int32 */
            port: number;
            line: components["schemas"]["SmtpLine"];
            user: string;
            from: string;
        };
        MailText: {
            language: string;
            subject: string;
            message: string;
        };
        /** @enum {unknown} */
        MailTextKind: "invoice" | "reminder" | "quote";
        MailTextPage: {
            language: string;
            subject: string;
            message: string;
            own: boolean;
        };
        MailTextsPage: {
            texts: components["schemas"]["MailTextPage"][];
            placeholders: string[];
            lists: components["schemas"]["PlaceholderList"][];
            /** Format: int64 */
            version: number;
        };
        MakeClient: {
            clientId: components["schemas"]["ClientId"];
        };
        MemberCard: {
            id: components["schemas"]["PersonId"];
            email: string;
            firstName: string;
            lastName: string;
            role: components["schemas"]["Role"];
            active: boolean;
            /** Format: date-time */
            since: string;
            secondFactor: boolean;
            emailVerified: boolean;
            /** Format: date-time */
            lastSignIn: null | string;
            avatar: null | string;
        };
        MemberPage: {
            items: components["schemas"]["MemberCard"][];
        };
        MePage: {
            person: components["schemas"]["MyCard"];
            organisations: components["schemas"]["MyOrganisation"][];
            organisation: components["schemas"]["OrganisationName"];
            role: components["schemas"]["Role"];
            permissions: string[];
            secondFactor: boolean;
            mustEnrolSecondFactor: boolean;
        };
        MergeClient: {
            into: components["schemas"]["ClientId"];
        };
        MessageImportChoices: {
            /** Format: uuid */
            clientId?: null | string;
            choices?: null | {
                /** Format: int32 */
                line: number;
                take?: null | boolean;
                /** Format: uuid */
                clientId?: null | string;
                type?: null | string;
                category?: null | string;
                /** @enum {unknown} */
                urgency?: "promotion" | "low" | "medium" | "high" | null;
                /** @enum {unknown} */
                effort?: "small" | "medium" | "large" | null;
                /** @description An exact number with at most 12 decimals, such as 1.5. */
                hours?: null | string;
            }[];
            /** @default false */
            onlyClean?: boolean;
        };
        /** Format: uuid */
        MessageImportId: string;
        MessageImportLine: {
            importId: components["schemas"]["MessageImportId"];
            /** Format: date-time */
            at: string;
            by: string;
            fileName: string;
            /** @enum {string} */
            state: "done" | "undone";
            /** Format: int32 */
            accepted: number;
            /** Format: int32 */
            unchanged: number;
            /** Format: int32 */
            leftOut: number;
            /** Format: int32 */
            rejected: number;
            /** Format: date-time */
            undoneAt: null | string;
            /** Format: int32 */
            undone: number;
            /** Format: int32 */
            kept: number;
        };
        MessageLine: {
            /** Format: int32 */
            line: number;
            outcome: components["schemas"]["MessageOutcome"];
            sender: string;
            /** Format: date */
            resolvedOn: string;
            /** Format: time */
            resolvedAt: string;
            text: string;
            rule: components["schemas"]["MessageRule"];
            because: null | string;
            /** Format: uuid */
            clientId: null | string;
            type: null | string;
            category: null | string;
            urgency: null | components["schemas"]["Urgency"];
            urgencyBecause: null | string;
            effort: null | components["schemas"]["Effort"];
            hours: null | components["schemas"]["Quantity"];
            webAddress: null | string;
            chosen: boolean;
        };
        MessageListsPage: {
            lists: components["schemas"]["WrittenLists"];
            usual: boolean;
            /** Format: int64 */
            version: number;
        };
        /** @enum {unknown} */
        MessageOutcome: "new" | "unchanged" | "leftOut";
        /** @enum {unknown} */
        MessageRule: "otherSender" | "empty" | "reaction" | "courtesy" | "aside" | "tooShort" | "notARequest" | "kind" | "shortRequest" | "workAndAction";
        MessagesTaken: {
            importId: components["schemas"]["MessageImportId"];
            dryRun: boolean;
            /** Format: int32 */
            accepted: number;
            /** Format: int32 */
            unchanged: number;
            /** Format: int32 */
            leftOut: number;
            rejected: components["schemas"]["RowError"][];
            repeated: components["schemas"]["RepeatedRow"][];
            totals: components["schemas"]["Money"][];
            hours: components["schemas"]["Quantity"];
            preview: null | components["schemas"]["MessageLine"][];
        };
        MessagesTakenBack: {
            importId: components["schemas"]["MessageImportId"];
            /** Format: int32 */
            undone: number;
            kept: components["schemas"]["RequestId"][];
        };
        MeterCard: {
            code: string;
            name: string;
            unit: string;
            rule: components["schemas"]["MeterRule"];
            versions: components["schemas"]["MeterVersion"][];
            late: components["schemas"]["LateUsage"];
            retired: boolean;
            /** Format: int64 */
            version: number;
        };
        /**
         * @default client
         * @enum {unknown}
         */
        MeteredBy: "client" | "subscription";
        MeteredPrice: {
            currency: components["schemas"]["Currency"];
            price: components["schemas"]["PriceTerms"];
        };
        MeteredTerms: {
            meter: string;
            prices: components["schemas"]["ValueListOfMeteredPrice"];
            /** @description An exact number with at most 12 decimals, such as 1.5. */
            included?: null | string;
            by?: components["schemas"]["MeteredBy"];
        };
        MeteredUse: {
            planId: components["schemas"]["PlanId"];
            /** Format: int32 */
            planVersion: number;
            meter: string;
            subject: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            quantity: string;
            whole: components["schemas"]["Money"];
            parts: components["schemas"]["ValueListOfPricedPart"];
        };
        MeterRule: {
            aggregation: components["schemas"]["Aggregation"];
            property: null | string;
            filters: components["schemas"]["PropertyFilter"][];
            groupBy: string[];
            rounding?: components["schemas"]["UsageRounding"];
            /**
             * Format: int32
             * @default 0
             */
            places?: number;
        };
        MeterVersion: {
            rule: components["schemas"]["MeterRule"];
            /** Format: date-time */
            from: string;
        };
        MetricFigures: {
            metricType: string;
            metricName: string;
            unit: string;
            aggregation: components["schemas"]["Aggregation"];
            amount: string;
            average: string;
            least: string;
            most: string;
            latest: string;
            /** Format: int64 */
            reports: number;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
        };
        MirroredItem: {
            price: string;
            name: null | string;
            unitPrice: null | components["schemas"]["UnitPrice"];
            /** Format: int32 */
            quantity: number;
            interval: string;
            /** Format: int32 */
            every: number;
        };
        MirroredSubscriptionLine: {
            id: components["schemas"]["SubscriptionId"];
            outsideId: string;
            page: string;
            clientId: components["schemas"]["ClientId"];
            plan: null | string;
            planName: null | string;
            status: components["schemas"]["SubscriptionStatus"];
            currency: components["schemas"]["Currency"];
            items: components["schemas"]["MirroredItem"][];
            /** Format: date-time */
            startAt: string;
            /** Format: date-time */
            periodFrom: string;
            /** Format: date-time */
            periodTo: string;
            /** Format: date-time */
            trialEndsAt: null | string;
            cancelAtPeriodEnd: boolean;
            /** Format: date-time */
            endedAt: null | string;
            monthly: components["schemas"]["Money"];
            /** Format: int64 */
            version: number;
        };
        /**
         * @description An exact amount in one currency, with at most the currency's minor units. On the wire `{"amount":"12.50","currency":"EUR"}`.
         * @example {
         *       "amount": "12.50",
         *       "currency": "EUR"
         *     }
         */
        Money: {
            /** @description An exact amount in major units, with at most the currency's decimals. */
            amount: string;
            /** @description ISO 4217. */
            currency: string;
        };
        /** @enum {unknown} */
        MoneyState: "empty" | "noAmount" | "outstanding" | "overdue" | "paid" | "overpaid";
        MonthBefore: {
            period: components["schemas"]["Period"];
            billed: components["schemas"]["CountAndSum"];
            received: components["schemas"]["CountAndSum"];
            billedSince: components["schemas"]["Change"];
            receivedSince: components["schemas"]["Change"];
        };
        MonthClients: {
            items: components["schemas"]["MonthOfClient"][];
            more: boolean;
        };
        MonthClose: {
            /** Format: uuid */
            clientId: string;
            month: string;
            close: null | string;
            dryRun: boolean;
            total: components["schemas"]["Money"];
            late: string[];
            lines: components["schemas"]["LineFigure"][];
        };
        MonthHosting: {
            /** Format: int32 */
            active: number;
            /** Format: int32 */
            free: number;
            /** Format: int32 */
            toNextFree: null | number;
            gross: components["schemas"]["Money"];
            credit: components["schemas"]["Money"];
            net: components["schemas"]["Money"];
            corrected: components["schemas"]["Money"];
            billed: boolean;
            sites: components["schemas"]["SiteFigure"][];
        };
        MonthHours: {
            hours: components["schemas"]["Quantity"];
            freeHours: components["schemas"]["Quantity"];
            allowed: components["schemas"]["Quantity"];
            gross: components["schemas"]["Money"];
            savings: components["schemas"]["Money"];
            net: components["schemas"]["Money"];
            tiers: components["schemas"]["TierFigure"][];
            items: components["schemas"]["RequestFigure"][];
        };
        MonthLeftOut: {
            /** Format: uuid */
            clientId: string;
            clientName: string;
            code: string;
            sentence: string;
        };
        /** @enum {unknown} */
        MonthLineKind: "hours" | "freeHours" | "project" | "freeProject" | "hosting" | "proration" | "freeHosting" | "hostingCorrection";
        MonthList: {
            items: components["schemas"]["MonthTotals"][];
            sums: components["schemas"]["MonthsSum"][];
            leftOut: components["schemas"]["MonthLeftOut"][];
        };
        MonthOfClient: {
            /** Format: uuid */
            clientId: string;
            clientName: string;
            hours: null | components["schemas"]["Money"];
            projects: null | components["schemas"]["Money"];
            hosting: null | components["schemas"]["Money"];
            total: null | components["schemas"]["Money"];
            open: null | components["schemas"]["Money"];
            /** Format: int32 */
            closes: number;
            code: null | string;
            sentence: null | string;
        };
        MonthPage: {
            /** Format: uuid */
            clientId: string;
            clientName: string;
            month: string;
            currency: components["schemas"]["Currency"];
            requests: components["schemas"]["MonthHours"];
            projects: components["schemas"]["MonthProjects"];
            hosting: components["schemas"]["MonthHosting"];
            total: components["schemas"]["Money"];
            open: components["schemas"]["Money"];
            lines: components["schemas"]["LineFigure"][];
            closes: components["schemas"]["CloseFigure"][];
        };
        MonthProjects: {
            gross: components["schemas"]["Money"];
            savings: components["schemas"]["Money"];
            net: components["schemas"]["Money"];
            items: components["schemas"]["ProjectFigure"][];
            undated: components["schemas"]["ProjectCard"][];
        };
        MonthsSum: {
            currency: components["schemas"]["Currency"];
            total: components["schemas"]["Money"];
            /** Format: int32 */
            requests: number;
            support: components["schemas"]["Money"];
            /** Format: int32 */
            projects: number;
            projectsNet: components["schemas"]["Money"];
            hosting: components["schemas"]["Money"];
            hostingPerMonth: components["schemas"]["Money"];
            averageRequest: null | components["schemas"]["Money"];
            averageProject: null | components["schemas"]["Money"];
            averageSite: null | components["schemas"]["Money"];
            discounts: components["schemas"]["Money"];
        };
        MonthTotals: {
            month: string;
            currency: components["schemas"]["Currency"];
            /** Format: int32 */
            requests: number;
            hours: components["schemas"]["Quantity"];
            supportGross: components["schemas"]["Money"];
            supportSavings: components["schemas"]["Money"];
            supportNet: components["schemas"]["Money"];
            /** Format: int32 */
            projects: number;
            projectsGross: components["schemas"]["Money"];
            projectsNet: components["schemas"]["Money"];
            /** Format: int32 */
            sites: number;
            hostingGross: components["schemas"]["Money"];
            hostingNet: components["schemas"]["Money"];
            discounts: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
        };
        MoveClock: {
            /** Format: date-time */
            to: string;
            /**
             * Format: int32
             * @default 1
             */
            jobsEveryHours?: number;
        };
        MovementLine: {
            /** Format: date */
            day: string;
            clientId: components["schemas"]["ClientId"];
            movement: components["schemas"]["RevenueMovement"];
            before: components["schemas"]["UnitPrice"];
            after: components["schemas"]["UnitPrice"];
            change: components["schemas"]["UnitPrice"];
            subscriptions: components["schemas"]["SubscriptionId"][];
        };
        MovementList: {
            items: components["schemas"]["MovementLine"][];
            /** Format: int32 */
            more: number;
        };
        MoveProgress: {
            /** @enum {string} */
            stage: "packing" | "receiving" | "checking" | "trying" | "writing" | "proving";
            /** Format: double */
            done: number;
        };
        MyCard: {
            id: components["schemas"]["PersonId"];
            email: string;
            firstName: string;
            lastName: string;
            phone: null | string;
            emailVerified: boolean;
            avatar: null | string;
        };
        MyOrganisation: {
            id: string;
            slug: string;
            name: string;
            role: components["schemas"]["Role"];
        };
        NextOccurrence: {
            /** Format: date */
            on: string;
            period: components["schemas"]["Period"];
            total: components["schemas"]["Money"];
        };
        /** @enum {unknown} */
        NotificationChannel: "inProduct" | "mail" | "slack" | "discord" | "teams" | "webhook";
        NotificationChoice: {
            kind: components["schemas"]["NotificationKind"];
            channel: components["schemas"]["NotificationChannel"];
            least: null | components["schemas"]["NotificationPriority"];
        };
        /** Format: uuid */
        NotificationId: string;
        /**
         * @description What people are told of.
         * @enum {unknown}
         */
        NotificationKind: "budget" | "anomaly" | "limit" | "overdue" | "paymentFailed" | "syncTrouble" | "webhookTrouble" | "system";
        NotificationLine: {
            id: components["schemas"]["NotificationId"];
            kind: components["schemas"]["NotificationKind"];
            priority: components["schemas"]["NotificationPriority"];
            title: string;
            text: string;
            path: string;
            /** Format: date-time */
            happenedAt: string;
            /** Format: date-time */
            toldAt: string;
            /** Format: date-time */
            readAt: null | string;
        };
        NotificationPreferencesPage: {
            choices: components["schemas"]["NotificationChoice"][];
            quiet: null | components["schemas"]["QuietHours"];
            digest: null | components["schemas"]["Digest"];
            timeZone: null | string;
            language: null | string;
            houseTimeZone: string;
            houseLanguage: string;
            channels: components["schemas"]["ChannelLine"][];
            /** Format: int64 */
            version: number;
        };
        /**
         * @description How much something matters; later ones more.
         * @enum {unknown}
         */
        NotificationPriority: "low" | "normal" | "high";
        NudgingAgreed: {
            path: string;
        };
        NumbersPage: {
            kind: string;
            pattern: string;
            /** Format: int64 */
            next: number;
            nextNumber: string;
            /** Format: int64 */
            takenThisMonth: number;
            /** Format: int64 */
            version: number;
        };
        /** @enum {unknown} */
        OccurrenceStep: "invoiced" | "leftOut" | "parked" | "retried";
        OfferCoupon: {
            code: string;
            name: string;
            /**
             * @example {
             *       "amount": "12.50",
             *       "currency": "EUR"
             *     }
             */
            off?: null | {
                /** @description An exact amount in major units, with at most the currency's decimals. */
                amount: string;
                /** @description ISO 4217. */
                currency: string;
            };
            /** @description Hundredths, such as 19 or 7.5. */
            share?: null | string;
            /** Format: int32 */
            periods?: null | number;
            /** Format: int32 */
            most?: null | number;
            /** Format: date */
            validUntil?: null | string;
        };
        OfferPlan: {
            code: string;
            terms: components["schemas"]["PlanOffer"];
            /** @default true */
            public?: boolean;
            /**
             * Format: int32
             * @default 0
             */
            sortOrder?: number;
        };
        OfferVersion: {
            /** Format: int32 */
            number: number;
            terms: components["schemas"]["PlanOffer"];
            /** Format: date */
            existingFrom: null | string;
        };
        OpenAccount: {
            provider: string;
            name: string;
            credential?: null | string;
            role?: components["schemas"]["AiRole"];
            baseUrl?: null | string;
            scope?: null | string;
            /**
             * @example {
             *       "amount": "12.50",
             *       "currency": "EUR"
             *     }
             */
            monthlyLimit?: null | {
                /** @description An exact amount in major units, with at most the currency's decimals. */
                amount: string;
                /** @description ISO 4217. */
                currency: string;
            };
            /** Format: int32 */
            everyMinutes?: null | number;
            tags?: null | string[];
            /** Format: date */
            readFrom?: null | string;
        };
        OpenBackfill: {
            name: string;
            note?: null | string;
        };
        OpenBudget: {
            name: string;
            amount: components["schemas"]["Money"];
            scope?: components["schemas"]["AiBudgetScope"];
            /** Format: uuid */
            accountId?: string;
            tag?: null | string;
            thresholds?: null | components["schemas"]["BudgetThreshold"][];
            /** Format: uuid */
            clientId?: null | string;
        };
        OpenCategory: {
            name: string;
            /** @default true */
            charged?: boolean;
        };
        OpenCheckout: {
            planCode: string;
            successUrl: string;
            cancelUrl: string;
            /** Format: uuid */
            clientId?: string;
            newClient?: null | components["schemas"]["CheckoutNewcomer"];
            /**
             * Format: int32
             * @default 1
             */
            quantity?: number;
            coupon?: null | string;
            /** Format: int32 */
            trialDays?: null | number;
            /** Format: date-time */
            expiresAt?: null | string;
        };
        OpenFacility: {
            name: string;
            groupId: components["schemas"]["FacilityGroupId"];
        };
        OpenPortal: {
            clientId: components["schemas"]["ClientId"];
            returnUrl: string;
        };
        OpenWallet: {
            clientId: components["schemas"]["ClientId"];
            name: string;
            /** @description ISO 4217, such as EUR. */
            currency?: null | string;
            /**
             * Format: int32
             * @default 50
             */
            priority?: number;
            /** Format: date */
            expiresOn?: null | string;
            scope?: null | string[];
        };
        OpenWebhook: {
            name: string;
            url: string;
            filters?: null | string[];
            headers?: null | {
                [key: string]: string;
            };
            /** Format: int32 */
            rate?: null | number;
            signing?: components["schemas"]["WebhookSigning"];
        };
        OrganisationName: {
            id: string;
            slug: string;
            name: string;
        };
        /** @description Who the product works for and what day it is there: what every page needs first. */
        OrganisationPage: {
            /** @description Its key. */
            id: string;
            /** @description As shown. */
            name: string;
            /** @description IANA name; its day begins there. */
            timeZone: string;
            /** @description How it writes numbers and dates. */
            locale: string;
            /**
             * Format: date
             * @description The day it is there now.
             */
            today: string;
            /** @description What it bills in unless something says otherwise. */
            currency: components["schemas"]["Currency"];
            /** @description Whether it goes by a clock of its own, to try things out. */
            testMode: boolean;
        };
        /** @enum {unknown} */
        OutsideKind: "request" | "project" | "site";
        OwnEntitlement: {
            name: string;
            /** Format: int64 */
            limit: null | number;
            used: string;
        };
        OwnLimit: {
            limit: components["schemas"]["PlanLimit"];
            every: components["schemas"]["PeriodLength"];
        };
        OwnOrganisationPage: {
            organisation: string;
            clientId: null | components["schemas"]["ClientId"];
            /** Format: int64 */
            version: number;
        };
        OwnPlan: {
            plan: null | string;
            items: components["schemas"]["OwnEntitlement"][];
        };
        /** @description One page of a list. */
        PageOfActivityLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["ActivityLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfAiAccountPage: {
            /** @description In the order asked for. */
            items: components["schemas"]["AiAccountPage"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfAiAlertLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["AiAlertLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfAiAlertRulePage: {
            /** @description In the order asked for. */
            items: components["schemas"]["AiAlertRulePage"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfAiAllocationPage: {
            /** @description In the order asked for. */
            items: components["schemas"]["AiAllocationPage"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfAiAnomalyLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["AiAnomalyLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfAiBalanceLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["AiBalanceLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfAiBudgetPage: {
            /** @description In the order asked for. */
            items: components["schemas"]["AiBudgetPage"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfAiChargedLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["AiChargedLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfAiChargedPart: {
            /** @description In the order asked for. */
            items: components["schemas"]["AiChargedPart"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfAiDayLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["AiDayLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfAiImportLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["AiImportLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfAiPriceLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["AiPriceLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfAiProviderLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["AiProviderLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfAiRebillingTermsPage: {
            /** @description In the order asked for. */
            items: components["schemas"]["AiRebillingTermsPage"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfAiReconciliationPage: {
            /** @description In the order asked for. */
            items: components["schemas"]["AiReconciliationPage"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfAiRunLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["AiRunLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfAiSeatsPage: {
            /** @description In the order asked for. */
            items: components["schemas"]["AiSeatsPage"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfAiTrendLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["AiTrendLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfAiUsageLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["AiUsageLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfAuditLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["AuditLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfBackfillCard: {
            /** @description In the order asked for. */
            items: components["schemas"]["BackfillCard"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfBillingRunListRow: {
            /** @description In the order asked for. */
            items: components["schemas"]["BillingRunListRow"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfCheckoutCard: {
            /** @description In the order asked for. */
            items: components["schemas"]["CheckoutCard"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfClientCard: {
            /** @description In the order asked for. */
            items: components["schemas"]["ClientCard"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfClientImportLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["ClientImportLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfConnectionPage: {
            /** @description In the order asked for. */
            items: components["schemas"]["ConnectionPage"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfCouponLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["CouponLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfDunningRow: {
            /** @description In the order asked for. */
            items: components["schemas"]["DunningRow"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfEventTypeLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["EventTypeLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfFacilityLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["FacilityLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfGroupCard: {
            /** @description In the order asked for. */
            items: components["schemas"]["GroupCard"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfImportLineItem: {
            /** @description In the order asked for. */
            items: components["schemas"]["ImportLineItem"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfLimitAlertLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["LimitAlertLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfLimitLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["LimitLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfMessageImportLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["MessageImportLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfMeterCard: {
            /** @description In the order asked for. */
            items: components["schemas"]["MeterCard"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfMetricFigures: {
            /** @description In the order asked for. */
            items: components["schemas"]["MetricFigures"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfMirroredSubscriptionLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["MirroredSubscriptionLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfNotificationLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["NotificationLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfOwnOrganisationPage: {
            /** @description In the order asked for. */
            items: components["schemas"]["OwnOrganisationPage"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfPassLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["PassLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfPassPage: {
            /** @description In the order asked for. */
            items: components["schemas"]["PassPage"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfPaymentMethodLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["PaymentMethodLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfPlanClient: {
            /** @description In the order asked for. */
            items: components["schemas"]["PlanClient"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfPlanLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["PlanLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfPlanPage: {
            /** @description In the order asked for. */
            items: components["schemas"]["PlanPage"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfPortalInvoice: {
            /** @description In the order asked for. */
            items: components["schemas"]["PortalInvoice"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfPortalProject: {
            /** @description In the order asked for. */
            items: components["schemas"]["PortalProject"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfPortalSite: {
            /** @description In the order asked for. */
            items: components["schemas"]["PortalSite"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfPortalTicket: {
            /** @description In the order asked for. */
            items: components["schemas"]["PortalTicket"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfPortalUserLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["PortalUserLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfSiteCard: {
            /** @description In the order asked for. */
            items: components["schemas"]["SiteCard"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfStatusSetCard: {
            /** @description In the order asked for. */
            items: components["schemas"]["StatusSetCard"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfStripeEventLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["StripeEventLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfUsageBillLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["UsageBillLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfUsageCard: {
            /** @description In the order asked for. */
            items: components["schemas"]["UsageCard"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfUsageReport: {
            /** @description In the order asked for. */
            items: components["schemas"]["UsageReport"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfWalletCard: {
            /** @description In the order asked for. */
            items: components["schemas"]["WalletCard"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfWebhookDeliveryLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["WebhookDeliveryLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @description One page of a list. */
        PageOfWebhookEndpointLine: {
            /** @description In the order asked for. */
            items: components["schemas"]["WebhookEndpointLine"][];
            /** @description Asks for the next page; null on the last. */
            nextCursor: null | string;
        };
        /** @enum {unknown} */
        Paper: "a4" | "letter";
        ParcelPerson: {
            /** Format: uuid */
            id: string;
            email: string;
            firstName: string;
            lastName: string;
            role: components["schemas"]["Role"];
        };
        /** @enum {unknown} */
        PartKind: "fee" | "units" | "tier" | "packages" | "event" | "billedBefore" | "coupon" | "overage" | "cap" | "trueUp" | "rounding";
        /** @enum {unknown} */
        PassDid: "added" | "changed" | "leftAlone" | "flagged" | "putAway" | "restored" | "held" | "warned" | "hidden" | "rejected";
        /** Format: uuid */
        PassId: string;
        PassLine: {
            what: components["schemas"]["PassDid"];
            kind: components["schemas"]["OutsideKind"];
            outsideId: string;
            /** Format: uuid */
            target: null | string;
            field?: null | string;
            was?: null | string;
            became?: null | string;
            said?: null | string;
        };
        PassPage: {
            id: components["schemas"]["PassId"];
            cause: string;
            whole: boolean;
            state: string;
            /** Format: date-time */
            begunAt: string;
            /** Format: date-time */
            endedAt: null | string;
            /** Format: date-time */
            dueAt: string;
            /** Format: int32 */
            pages: number;
            /** Format: int32 */
            rows: number;
            /** Format: int32 */
            stored: number;
            /** Format: int32 */
            added: number;
            /** Format: int32 */
            changed: number;
            /** Format: int32 */
            leftAlone: number;
            /** Format: int32 */
            elsewhere: number;
            /** Format: int32 */
            gone: number;
            /** Format: int32 */
            rejected: number;
            /** Format: int32 */
            warnings: number;
            trouble: null | string;
            said: null | string;
            /** Format: date-time */
            undoneAt: null | string;
        };
        PassTakenBack: {
            runId: components["schemas"]["PassId"];
            /** Format: int32 */
            undone: number;
            kept: string[];
        };
        /** @description A field with its value before and after. */
        PastChange: {
            /** @description As in the API. */
            field: string;
            /** @description Null where there was none. */
            from: unknown;
            /** @description Null where there is none any more. */
            to: unknown;
        };
        /** @description One thing that happened. */
        PastEvent: {
            /**
             * Format: int64
             * @description Of the thing after it.
             */
            version: number;
            /**
             * Format: date-time
             * @description UTC.
             */
            at: string;
            /** @description Who did it. */
            actor: components["schemas"]["Actor"];
            /** @description The event's alias. */
            event: string;
            /** @description What became different. */
            changes: components["schemas"]["PastChange"][];
        };
        /** @description What happened to one thing, newest first, and how it stood after that. */
        PastEventsOfBillingRunPage: {
            items: components["schemas"]["PastEvent"][];
            then: null | components["schemas"]["BillingRunPage"];
        };
        /** @description What happened to one thing, newest first, and how it stood after that. */
        PastEventsOfChargeCard: {
            items: components["schemas"]["PastEvent"][];
            then: null | components["schemas"]["ChargeCard"];
        };
        /** @description What happened to one thing, newest first, and how it stood after that. */
        PastEventsOfClientCard: {
            items: components["schemas"]["PastEvent"][];
            then: null | components["schemas"]["ClientCard"];
        };
        /** @description What happened to one thing, newest first, and how it stood after that. */
        PastEventsOfCreditNotePage: {
            items: components["schemas"]["PastEvent"][];
            then: null | components["schemas"]["CreditNotePage"];
        };
        /** @description What happened to one thing, newest first, and how it stood after that. */
        PastEventsOfPaymentPage: {
            items: components["schemas"]["PastEvent"][];
            then: null | components["schemas"]["PaymentPage"];
        };
        /** @description What happened to one thing, newest first, and how it stood after that. */
        PastEventsOfRecurringInvoicePage: {
            items: components["schemas"]["PastEvent"][];
            then: null | components["schemas"]["RecurringInvoicePage"];
        };
        PastOccurrenceLine: {
            /** Format: date */
            on: string;
            period: components["schemas"]["Period"];
            step: components["schemas"]["OccurrenceStep"];
            /** Format: uuid */
            invoiceId: null | string;
            number: null | string;
            state: null | components["schemas"]["InvoiceState"];
            total: null | components["schemas"]["Money"];
            paid: null | components["schemas"]["Money"];
            credited: null | components["schemas"]["Money"];
            because: null | components["schemas"]["RunNote"];
        };
        PauseSubscription: {
            /** @default false */
            keepAccess?: boolean;
        };
        PaymentList: {
            items: components["schemas"]["PaymentListRow"][];
            nextCursor: null | string;
            /** Format: int64 */
            count: null | number;
            totals: null | components["schemas"]["PaymentTotals"][];
        };
        PaymentListRow: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            clientId: string;
            clientName: string;
            reference: string;
            amount: components["schemas"]["Money"];
            /** Format: date */
            receivedOn: string;
            method: components["schemas"]["PaymentMethod"];
            fee: null | components["schemas"]["Money"];
            note: null | string;
            allocated: components["schemas"]["Money"];
            credited: components["schemas"]["Money"];
            refunded: components["schemas"]["Money"];
            refundable: components["schemas"]["Money"];
            undone: boolean;
            /** Format: int64 */
            version: number;
        };
        /** @enum {unknown} */
        PaymentMethod: "bankTransfer" | "card" | "cash" | "cheque" | "other";
        PaymentMethodLine: {
            id: components["schemas"]["CardId"];
            provider: string;
            brand: string;
            lastFour: string;
            /** Format: int32 */
            expiryMonth: number;
            /** Format: int32 */
            expiryYear: number;
            default: boolean;
        };
        PaymentPage: {
            /** Format: uuid */
            id: string;
            clientId: components["schemas"]["ClientId"];
            reference: string;
            amount: components["schemas"]["Money"];
            /** Format: date */
            receivedOn: string;
            method: components["schemas"]["PaymentMethod"];
            fee: null | components["schemas"]["Money"];
            note: null | string;
            allocations: components["schemas"]["Allocation"][];
            credited: components["schemas"]["Money"];
            refunded: components["schemas"]["Money"];
            refundable: components["schemas"]["Money"];
            undone: boolean;
            /** Format: int64 */
            version: number;
        };
        PaymentPreview: {
            amount: components["schemas"]["Money"];
            outstanding: components["schemas"]["Money"];
            allocated: components["schemas"]["Money"];
            credited: components["schemas"]["Money"];
            invoices: components["schemas"]["PreviewedInvoice"][];
            refusal: null | components["schemas"]["PreviewRefusal"];
        };
        PaymentTotals: {
            currency: components["schemas"]["Currency"];
            /** Format: int64 */
            payments: number;
            amount: components["schemas"]["Money"];
            fee: components["schemas"]["Money"];
            allocated: components["schemas"]["Money"];
            credited: components["schemas"]["Money"];
            refunded: components["schemas"]["Money"];
        };
        PayOutCredit: {
            amount: components["schemas"]["Money"];
            reason: string;
            /** Format: date */
            paidOn?: null | string;
        };
        PayOutPage: {
            /** Format: uuid */
            id: string;
            clientId: components["schemas"]["ClientId"];
            amount: components["schemas"]["Money"];
            /** Format: date */
            on: string;
            reason: string;
            credit: components["schemas"]["Money"];
        };
        PeakOfDateOnly: {
            of: string[];
            /** Format: int32 */
            requests: number;
        };
        PeakOfDayPart: {
            of: components["schemas"]["DayPart"][];
            /** Format: int32 */
            requests: number;
        };
        PeakOfint: {
            of: number[];
            /** Format: int32 */
            requests: number;
        };
        PeakOfstring: {
            of: string[];
            /** Format: int32 */
            requests: number;
        };
        /** @description A share of an amount in hundredths: 19 means 19 %. From 0 to 1,000, at most 6 decimals. On the wire text such as `"19"` or `"7.5"`. */
        Percentage: string;
        /** @description Calendar days from the first through the last, both included. No time zone: a day is a day. On the wire `{"from":"2025-10-01","through":"2025-10-31"}`. */
        Period: {
            /**
             * Format: date
             * @description The first day.
             */
            from: string;
            /**
             * Format: date
             * @description The last day, included.
             */
            through: string;
        };
        /** @enum {unknown} */
        PeriodLength: "week" | "month" | "quarter" | "year";
        /**
         * @description Where the bill lies relative to the days it bills.
         * @enum {unknown}
         */
        PeriodRule: "arrears" | "current";
        PermissionCard: {
            name: string;
            least: components["schemas"]["Role"];
            meaning: string;
            forKeys: boolean;
        };
        PermissionPage: {
            items: components["schemas"]["PermissionCard"][];
        };
        /** Format: uuid */
        PersonId: string;
        PlaceholderList: {
            name: string;
            fields: string[];
        };
        PlanCard: {
            code: string;
            currency: components["schemas"]["Currency"];
            period: components["schemas"]["PlanPeriod"];
            terms: components["schemas"]["PlanTerms"];
            versions: components["schemas"]["PlanVersion"][];
            retired: boolean;
            /** Format: int64 */
            version: number;
        };
        PlanCharge: {
            code: string;
            name: string;
            meter: null | string;
            where: {
                [key: string]: string;
            };
            by: null | string;
            price: components["schemas"]["PriceTerms"];
            minimum: null | components["schemas"]["Money"];
            maximum: null | components["schemas"]["Money"];
        };
        PlanClient: {
            /** Format: uuid */
            assignmentId: string;
            plan: string;
            clientId: components["schemas"]["ClientId"];
            subject: string;
            /** Format: date */
            from: string;
            /** Format: date */
            through: null | string;
        };
        PlanCommitment: {
            amount: components["schemas"]["Money"];
            overageFactor: string;
        };
        PlanComponent: {
            code: string;
            name: string;
            kind: components["schemas"]["ComponentKind"];
            prices: components["schemas"]["ValueListOfMoney"];
            timing?: components["schemas"]["ComponentTiming"];
            taxCategory?: null | string;
            metered?: null | components["schemas"]["MeteredTerms"];
        };
        PlanEntitlement: {
            name: string;
            /** Format: int64 */
            limit: null | number;
        };
        PlanExample: {
            currency: components["schemas"]["Currency"];
            invoices: components["schemas"]["ExampleInvoice"][];
            refusal: null | components["schemas"]["PlanRefusal"];
        };
        /** Format: uuid */
        PlanId: string;
        PlanInterval: {
            unit: components["schemas"]["IntervalUnit"];
            /**
             * Format: int32
             * @default 1
             */
            count?: number;
        };
        PlanLimit: {
            code: string;
            meter: string;
            limit: components["schemas"]["Quantity"];
            kind: components["schemas"]["LimitKind"];
            thresholds: number[];
        };
        PlanLine: {
            code: string;
            name: string;
            currency: components["schemas"]["Currency"];
            period: components["schemas"]["PlanPeriod"];
            /** Format: int32 */
            charges: number;
            /** Format: int32 */
            limits: number;
            /** Format: int32 */
            clients: number;
            retired: boolean;
            /** Format: int64 */
            version: number;
        };
        PlanOffer: {
            name: string;
            interval: components["schemas"]["PlanInterval"];
            components: components["schemas"]["ValueListOfPlanComponent"];
            entitlements: components["schemas"]["ValueListOfPlanEntitlement"];
            /** @default main */
            family?: string;
            /**
             * Format: int32
             * @default 0
             */
            tier?: number;
            /**
             * Format: int32
             * @default 0
             */
            trialDays?: number;
            description?: null | string;
        };
        PlanPage: {
            id: components["schemas"]["PlanId"];
            code: string;
            terms: components["schemas"]["PlanOffer"];
            public: boolean;
            /** Format: int32 */
            sortOrder: number;
            archived: boolean;
            versions: components["schemas"]["OfferVersion"][];
            /** Format: int64 */
            version: number;
            outsidePrices: string[];
            recurring: components["schemas"]["Money"][];
        };
        PlanPeriod: {
            every: components["schemas"]["PeriodLength"];
            /** Format: date */
            startsOn: string;
        };
        PlanProject: {
            /** Format: uuid */
            clientId: string;
            name: string;
            category: string;
            price: components["schemas"]["Money"];
            /** Format: date */
            completedOn?: null | string;
            /** @default false */
            ready?: boolean;
            outsideId?: null | string;
        };
        PlanRefusal: {
            code: string;
            detail: string;
        };
        PlanTerms: {
            name: string;
            charges: components["schemas"]["PlanCharge"][];
            minimum: null | components["schemas"]["Money"];
            maximum: null | components["schemas"]["Money"];
            commitment: null | components["schemas"]["PlanCommitment"];
            limits: components["schemas"]["PlanLimit"][];
        };
        PlanVersion: {
            /** Format: date */
            from: string;
            terms: components["schemas"]["PlanTerms"];
        };
        /** @description Let the story of the made-up company go on. */
        PlayOn: {
            /**
             * Format: date
             * @description The day at which it stops, at noon; left out: today by everybody's time.
             */
            until?: null | string;
        };
        /** @enum {unknown} */
        PortalCancel: "no" | "periodEnd" | "atOnce";
        PortalCard: {
            /** Format: uuid */
            id: string;
            clientId: components["schemas"]["ClientId"];
            /** Format: date-time */
            expiresAt: string;
            closed: boolean;
        };
        PortalInvoice: {
            /** Format: uuid */
            id: string;
            number: string;
            /** Format: date */
            issuedOn: string;
            /** Format: date */
            dueOn: string;
            total: components["schemas"]["Money"];
            /** @enum {string} */
            state: "open" | "overdue" | "paid";
            printed: boolean;
            page: null | string;
        };
        PortalMe: {
            name: string;
            email: string;
            client: string;
            organisation: string;
            language: string;
            seesInvoices: boolean;
        };
        PortalProject: {
            id: components["schemas"]["ProjectId"];
            name: string;
            category: string;
            /** Format: date */
            completedOn: null | string;
            /** @enum {string} */
            status: "inProgress" | "completed";
        };
        PortalShown: {
            /** Format: uuid */
            id: string;
            url: string;
            clientId: components["schemas"]["ClientId"];
            /** Format: date-time */
            expiresAt: string;
        };
        PortalSite: {
            id: components["schemas"]["SiteId"];
            name: string;
            webAddress: null | string;
            /** Format: date */
            hostedSince: string;
            /** Format: date */
            hostedUntil: null | string;
            /** @enum {string} */
            state: "planned" | "hosted" | "ended";
        };
        /** @enum {unknown} */
        PortalStanding: "invited" | "active" | "withdrawn" | "forgotten";
        PortalTicket: {
            id: components["schemas"]["RequestId"];
            /** Format: date */
            on: string;
            /** Format: time */
            at: string;
            type: string;
            category: string;
            description: string;
            /** @enum {string} */
            status: "open" | "resolved";
            source: components["schemas"]["RequestSource"];
        };
        PortalUserCard: {
            id: components["schemas"]["PortalUserId"];
            /** Format: uuid */
            clientId: string;
            name: string;
            email: string;
            seesInvoices: boolean;
            standing: components["schemas"]["PortalStanding"];
            /** Format: int64 */
            version: number;
        };
        /** Format: uuid */
        PortalUserId: string;
        PortalUserLine: {
            id: components["schemas"]["PortalUserId"];
            /** Format: uuid */
            clientId: string;
            name: string;
            email: string;
            seesInvoices: boolean;
            standing: components["schemas"]["PortalStanding"];
            /** Format: date-time */
            invitedAt: string;
            /** Format: date-time */
            enteredAt: null | string;
            /** Format: int64 */
            version: number;
        };
        PostManualCharge: {
            clientId: components["schemas"]["ClientId"];
            description: string;
            unitPrice: components["schemas"]["UnitPrice"];
            /** @description An exact number with at most 12 decimals, such as 1.5. */
            quantity?: null | string;
            /** @description ISO 4217, such as EUR. */
            currency?: null | string;
            period?: {
                /**
                 * Format: date
                 * @description The first day.
                 */
                from: string;
                /**
                 * Format: date
                 * @description The last day, included.
                 */
                through: string;
            };
            /** Format: date */
            availableFrom?: null | string;
            taxCategory?: null | string;
            group?: null | string;
            reference?: null | string;
        };
        PreviewedFile: {
            name: string;
            type: string;
            /** Format: int32 */
            bytes: number;
        };
        PreviewedInvoice: {
            invoiceId: components["schemas"]["InvoiceId"];
            number: string;
            /** Format: date */
            dueDate: string;
            outstanding: components["schemas"]["Money"];
            allocated: components["schemas"]["Money"];
            left: components["schemas"]["Money"];
        };
        PreviewLine: {
            /** Format: int32 */
            line: number;
            cells: {
                [key: string]: string;
            };
            outcome: components["schemas"]["ImportOutcome"];
        };
        PreviewMailText: {
            kind: components["schemas"]["MailTextKind"];
            text: components["schemas"]["MailText"];
            /**
             * Format: int32
             * @default 0
             */
            step?: number;
        };
        PreviewPayment: {
            clientId: components["schemas"]["ClientId"];
            amount: components["schemas"]["Money"];
            allocations?: null | components["schemas"]["Allocation"][];
        };
        PreviewPlan: {
            terms: components["schemas"]["PlanOffer"];
            /** @description ISO 4217, such as EUR. */
            currency?: null | string;
            /**
             * Format: int32
             * @default 1
             */
            quantity?: number;
        };
        PreviewRefusal: {
            code: string;
            detail: string;
            /** Format: int32 */
            line: null | number;
        };
        PreviewSchedule: {
            schedule: components["schemas"]["Schedule"];
            /** Format: date */
            on?: null | string;
            /**
             * Format: int32
             * @default 0
             */
            past?: number;
            /**
             * Format: int32
             * @default 11
             */
            future?: number;
            /** @description The dates of a custom schedule, newest first, each once, at most 1,000. Two lists with the same dates are equal. */
            customDates?: components["schemas"]["CustomDate"][];
        };
        PriceAgain: {
            /** Format: date */
            from: string;
            /** Format: date */
            until: string;
        };
        /** @description One part of what a window costs. */
        PricedPart: {
            /** @description For people, in English. */
            label: string;
            /** @description How many of something, as text; null where nothing is counted. */
            quantity: null | string;
            /** @description What one costs, as text; null where nothing does. */
            unit: null | string;
            /** @description In major units, unrounded, as text. */
            amount: string;
        };
        /** @enum {unknown} */
        PriceOrigin: "catalogue" | "own";
        PriceQuote: {
            quantity: string;
            amount: components["schemas"]["Money"];
            exact: string;
            gross: string;
            couponDiscount: string;
            capDiscount: string;
            discounts: string;
            overage: string;
            trueUp: string;
            tax: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
            credit: components["schemas"]["Money"];
            due: components["schemas"]["Money"];
            breakdown: components["schemas"]["QuotePart"][];
            creditUses: components["schemas"]["QuoteCreditUse"][];
            curve: components["schemas"]["QuotePoint"][];
        };
        /** @description A price as it is written down: a type and the fields that belong to it. All numbers are text, so that no reader loses a digit. */
        PriceTerms: {
            /**
             * @description Which model.
             * @enum {string}
             */
            type: "flat" | "per-unit" | "graduated" | "volume" | "package" | "percentage" | "graduated-percentage" | "blocks" | "capacity" | "dynamic" | "fees" | "credit-note";
            /** @description flat: the fee of a period. */
            fee?: null | string;
            /** @description per-unit: what one costs. */
            unitPrice?: null | string;
            /** @description package: how many are in one. */
            packageSize?: null | string;
            /** @description package: what one costs. */
            packagePrice?: null | string;
            /** @description package: so many are free. */
            freeUnits?: null | string;
            /** @description percentage: hundredths of each event's amount. */
            rate?: null | string;
            /** @description percentage: due for each paid event besides. */
            fixedPerEvent?: null | string;
            /**
             * Format: int32
             * @description percentage: so many events are free; null does not count them.
             */
            freeEvents?: null | number;
            /** @description percentage: free while the sum stays below; null does not look at it. */
            freeAmount?: null | string;
            /** @description percentage: a paid event costs no less. */
            minPerEvent?: null | string;
            /** @description percentage: a paid event costs no more. */
            maxPerEvent?: null | string;
            /** @description dynamic: what the amounts are multiplied by; 1 unless given. */
            multiplier?: null | string;
            /**
             * @description blocks: whether tiers fill one after the other, or the one reached prices everything.
             * @enum {null|string}
             */
            policy?: "all-tiers" | "top-tier" | null;
            /** @description graduated, volume, graduated-percentage, blocks, capacity: the tiers in order. */
            tiers?: null | components["schemas"]["TierTerms"][];
            /** @description blocks: several units, each with tiers of its own, in place of tiers. */
            units?: null | components["schemas"]["UnitTerms"][];
            /** @description fees: what stands already. */
            fees?: null | components["schemas"]["FeeTerms"][];
            /** @description credit-note: the fee that was paid for the period. */
            paidInAdvance?: null | string;
            /** @description credit-note: days of the period that are given back. */
            unusedDays?: null | string;
            /** @description credit-note: days that the period has. */
            periodDays?: null | string;
        };
        /** @description RFC 9457, with a code; further members belong to the code. */
        Problem: {
            /** @description urn:billing:<module>:<code>, or urn:billing:<code>. */
            type: string;
            /** @description The status in words. */
            title: string;
            /** Format: int32 */
            status: number;
            /** @description One sentence for people. */
            detail: string;
            /** @description Stable, kebab-case. */
            code: string;
            /** @description Finds the request in the log. */
            requestId?: string;
            errors?: {
                /** @description JSON pointer into the body, or ?name for a parameter. */
                pointer: string;
                /** @description One sentence. */
                detail: string;
            }[];
        };
        ProjectCard: {
            id: components["schemas"]["ProjectId"];
            /** Format: uuid */
            clientId: string;
            name: string;
            category: string;
            price: components["schemas"]["Money"];
            /** Format: date */
            completedOn: null | string;
            status: components["schemas"]["ProjectStatus"];
            invoiceNumber: null | string;
            outsideId: null | string;
            archived: boolean;
            edited: string[];
            billed: null | components["schemas"]["BilledClose"];
            /** Format: int64 */
            version: number;
        };
        ProjectFigure: {
            id: components["schemas"]["ProjectId"];
            name: string;
            category: string;
            /** Format: date */
            completedOn: null | string;
            price: components["schemas"]["Money"];
            free: boolean;
            net: components["schemas"]["Money"];
            status: components["schemas"]["ProjectStatus"];
            close: null | string;
        };
        /** Format: uuid */
        ProjectId: string;
        /** @description How far a projection is. */
        ProjectionLine: {
            /** @description Module in front. */
            name: string;
            /** @description inline: written with the events; async: behind them. */
            lifecycle: components["schemas"]["Lifecycle"];
            /**
             * Format: int32
             * @description Of its rule.
             */
            version: number;
            /**
             * Format: int64
             * @description The number of the log up to which its rows go.
             */
            position: number;
            /**
             * Format: int64
             * @description The number up to which it could go.
             */
            highWaterMark: number;
            /**
             * Format: int64
             * @description How many numbers lie between the two.
             */
            lag: number;
            /** @description What it is doing. */
            state: components["schemas"]["ProjectionStatus"];
            /** @description Why it stands; null when it does not. */
            error: null | string;
            /**
             * Format: date-time
             * @description When its position last moved, UTC; null before the first time.
             */
            lastUpdated: null | string;
        };
        /** @description All projections. */
        ProjectionPage: {
            /** @description In the order in which they were installed. */
            items: components["schemas"]["ProjectionLine"][];
        };
        /**
         * @description What a projection is doing.
         * @enum {unknown}
         */
        ProjectionStatus: "running" | "stopped" | "rebuilding";
        ProjectList: {
            items: components["schemas"]["ProjectCard"][];
            nextCursor: null | string;
            counts: null | {
                [key: string]: number;
            };
        };
        /** @enum {unknown} */
        ProjectStatus: "notReady" | "ready" | "invoiced" | "paid";
        ProlongQuote: {
            /** Format: date */
            validUntil: string;
        };
        PropertyFilter: {
            property: string;
            values: string[];
        };
        /** @enum {unknown} */
        ProrationUnit: "day" | "second" | "thirtyDays";
        ProveYourself: {
            password?: null | string;
            code?: null | string;
        };
        /** @description How much of something is billed: hours, pieces, tokens. Exact, at most 12 decimals, negative for what is taken back. On the wire text such as `"1.5"`. */
        Quantity: string;
        QuietHours: {
            /** Format: time */
            from: string;
            /** Format: time */
            until: string;
            /** @default false */
            exceptHigh?: boolean;
        };
        QuoteAggregation: {
            /** @enum {string} */
            type: "count" | "sum" | "max" | "latest" | "unique-count" | "average" | "weighted-sum";
            events: components["schemas"]["QuoteEvent"][];
            /** Format: date-time */
            periodStart?: null | string;
            /** Format: date-time */
            periodEnd?: null | string;
            carriedIn?: null | string;
        };
        QuoteCommitment: {
            amount: string;
            overageFactor?: null | string;
        };
        QuoteCoupon: {
            amount?: null | string;
            percentage?: null | string;
        };
        QuoteCredit: {
            id: string;
            balance: string;
            /**
             * Format: int32
             * @default 50
             */
            priority?: number;
            /** Format: date */
            expiresOn?: null | string;
            scope?: null | string[];
        };
        QuoteCreditUse: {
            id: string;
            amount: components["schemas"]["Money"];
        };
        QuoteEvent: {
            /** Format: date-time */
            at: string;
            value?: null | string;
            key?: null | string;
        };
        QuoteHistory: {
            items: components["schemas"]["InvoiceHappening"][];
            then: components["schemas"]["QuotePage"];
        };
        /** Format: uuid */
        QuoteId: string;
        QuoteList: {
            items: components["schemas"]["QuoteListRow"][];
            nextCursor: null | string;
            /** Format: int64 */
            count: null | number;
            totals: null | components["schemas"]["QuoteTotals"][];
            counts: null | {
                [key: string]: number;
            };
        };
        QuoteListRow: {
            /** Format: uuid */
            id: string;
            number: null | string;
            state: components["schemas"]["QuoteState"];
            /** Format: uuid */
            clientId: string;
            clientName: string;
            /** Format: date */
            issueDate: null | string;
            /** Format: date */
            validUntil: null | string;
            currency: components["schemas"]["Currency"];
            subtotal: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
            shipping: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
            pricesIncludeTax: boolean;
            total: components["schemas"]["Money"];
            purchaseOrder: null | string;
            /** Format: uuid */
            invoiceId: null | string;
            /** Format: int64 */
            version: number;
        };
        QuotePage: {
            /** Format: uuid */
            id: string;
            number: null | string;
            state: components["schemas"]["QuoteState"];
            client: components["schemas"]["InvoiceClient"];
            /** Format: date */
            issueDate: null | string;
            /** Format: date */
            validUntil: null | string;
            period: null | components["schemas"]["Period"];
            currency: components["schemas"]["Currency"];
            lines: components["schemas"]["InvoicePageLine"][];
            subtotal: components["schemas"]["Money"];
            discount: components["schemas"]["Money"];
            discountTerms: null | components["schemas"]["Discount"];
            shipping: components["schemas"]["Money"];
            taxes: components["schemas"]["InvoicePageTax"][];
            tax: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
            taxRules: components["schemas"]["TaxRules"];
            taxTreatment: components["schemas"]["TaxTreatment"];
            taxReason: null | string;
            notes: null | string;
            terms: null | string;
            purchaseOrder: null | string;
            shipTo: null | string;
            /** Format: uuid */
            invoiceId: null | string;
            /** Format: date */
            acceptedOn: null | string;
            ended: null | components["schemas"]["Ending"];
            /** Format: int64 */
            version: number;
        };
        QuotePart: {
            kind: components["schemas"]["PartKind"];
            label: string;
            /** Format: int32 */
            number: null | number;
            quantity: null | string;
            unit: null | string;
            flat: null | string;
            amount: string;
        };
        QuotePoint: {
            quantity: string;
            amount: components["schemas"]["Money"];
        };
        QuotePrice: {
            currency: components["schemas"]["Currency"];
            model: components["schemas"]["PriceTerms"];
            quantity?: null | string;
            quantityBefore?: null | string;
            previouslyBilled?: null | string;
            alreadyBilled?: null | string;
            events?: null | string[];
            eventsBefore?: null | string[];
            unitQuantities?: null | {
                [key: string]: string;
            };
            unitQuantitiesBefore?: null | {
                [key: string]: string;
            };
            aggregation?: null | components["schemas"]["QuoteAggregation"];
            rounding?: null | components["schemas"]["QuoteRounding"];
            minimumSpend?: null | string;
            maximumSpend?: null | string;
            commitment?: null | components["schemas"]["QuoteCommitment"];
            proration?: null | components["schemas"]["QuoteProration"];
            coupons?: null | components["schemas"]["QuoteCoupon"][];
            taxRate?: null | string;
            credits?: null | components["schemas"]["QuoteCredit"][];
            chargeKind?: null | string;
            /** Format: date */
            on?: null | string;
            curve?: null | string[];
        };
        QuoteProration: {
            days: string;
            periodDays: string;
        };
        QuoteRounding: {
            /** @enum {string} */
            mode: "round" | "ceil" | "floor";
            /**
             * Format: int32
             * @default 0
             */
            precision?: number;
        };
        /** @enum {unknown} */
        QuoteState: "draft" | "open" | "expired" | "accepted" | "declined" | "withdrawn";
        QuoteTotals: {
            currency: components["schemas"]["Currency"];
            /** Format: int64 */
            quotes: number;
            total: components["schemas"]["Money"];
        };
        RateCard: {
            /** Format: uuid */
            clientId: null | string;
            /** Format: date */
            from: string;
            currency: components["schemas"]["Currency"];
            promotion: components["schemas"]["UnitPrice"];
            low: components["schemas"]["UnitPrice"];
            medium: components["schemas"]["UnitPrice"];
            high: components["schemas"]["UnitPrice"];
        };
        RatesPage: {
            items: components["schemas"]["RateCard"][];
            usual: components["schemas"]["RateCard"];
            /** Format: int64 */
            version: number;
        };
        ReadNotifications: {
            /** Format: uuid */
            through?: string;
        };
        RearrangeStatusSet: {
            name: string;
            statuses: components["schemas"]["WantedStatus"][];
            replacements?: null | {
                [key: string]: components["schemas"]["StatusId"];
            };
        };
        Rebill: {
            month: string;
        };
        RecordDifference: {
            /** Format: int64 */
            from: number;
            /** Format: int64 */
            to: number;
            changes: components["schemas"]["PastChange"][];
        };
        RecordDifferenceFound: {
            table: string;
            key: string;
            column: string;
            live: null | string;
            replayed: null | string;
        };
        RecordHistory: {
            items: components["schemas"]["HistoryEntry"][];
        };
        RecordKindList: {
            items: components["schemas"]["KnownRecordKind"][];
        };
        RecordPast: {
            items: components["schemas"]["PastEvent"][];
            then: {
                [key: string]: components["schemas"]["JsonNode"];
            };
            /** Format: int64 */
            version: number;
            /** Format: int64 */
            before: null | number;
        };
        RecordPayment: {
            clientId: components["schemas"]["ClientId"];
            reference: string;
            amount: components["schemas"]["Money"];
            /** Format: date */
            receivedOn?: null | string;
            method?: components["schemas"]["PaymentMethod"];
            /**
             * @example {
             *       "amount": "12.50",
             *       "currency": "EUR"
             *     }
             */
            fee?: null | {
                /** @description An exact amount in major units, with at most the currency's decimals. */
                amount: string;
                /** @description ISO 4217. */
                currency: string;
            };
            note?: null | string;
            allocations?: null | components["schemas"]["Allocation"][];
        };
        RecoveryCodes: {
            codes: string[];
        };
        RecurringInvoiceList: {
            items: components["schemas"]["RecurringInvoiceListRow"][];
            nextCursor: null | string;
            counts: null | {
                [key: string]: number;
            };
        };
        RecurringInvoiceListRow: {
            /** Format: uuid */
            id: string;
            state: components["schemas"]["RecurringState"];
            /** Format: uuid */
            clientId: string;
            clientName: string;
            schedule: components["schemas"]["Schedule"];
            /** Format: date */
            nextOn: null | string;
            then: components["schemas"]["InvoiceOutcome"];
            total: null | components["schemas"]["Money"];
            /** Format: int32 */
            invoiced: number;
            /** Format: int32 */
            leftOut: number;
            /** Format: int32 */
            parked: number;
            /** Format: int64 */
            version: number;
        };
        RecurringInvoicePage: {
            /** Format: uuid */
            id: string;
            state: components["schemas"]["RecurringState"];
            client: components["schemas"]["InvoiceClient"];
            currency: components["schemas"]["Currency"];
            schedule: components["schemas"]["Schedule"];
            /** Format: date */
            from: string;
            /** Format: date */
            until: null | string;
            /** Format: int32 */
            times: null | number;
            then: components["schemas"]["InvoiceOutcome"];
            lines: components["schemas"]["InvoicePageLine"][];
            discountTerms: null | components["schemas"]["Discount"];
            /** Format: int32 */
            termsDays: null | number;
            taxRules: components["schemas"]["TaxRules"];
            notes: null | string;
            terms: null | string;
            purchaseOrder: null | string;
            shipTo: null | string;
            total: components["schemas"]["Money"];
            /** Format: date */
            pausedOn: null | string;
            /** Format: date */
            endedOn: null | string;
            prices: components["schemas"]["RecurringPriceLine"][];
            next: components["schemas"]["NextOccurrence"][];
            past: components["schemas"]["PastOccurrenceLine"][];
            refusal: null | components["schemas"]["PreviewRefusal"];
            /** Format: int64 */
            version: number;
        };
        RecurringPreview: {
            sums: components["schemas"]["InvoicePreview"];
            next: components["schemas"]["NextOccurrence"][];
            refusal: null | components["schemas"]["PreviewRefusal"];
        };
        RecurringPriceLine: {
            /** Format: date */
            from: null | string;
            lines: components["schemas"]["InvoicePageLine"][];
            discount: null | components["schemas"]["Discount"];
            total: components["schemas"]["Money"];
        };
        /** @enum {unknown} */
        RecurringState: "active" | "paused" | "ended";
        Refresh: {
            refreshToken?: null | string;
        };
        RefundPayment: {
            amount: components["schemas"]["Money"];
            reason: string;
            /** Format: date */
            refundedOn?: null | string;
        };
        RefuseLateUsage: {
            reason: string;
        };
        Register: {
            organisation: string;
            slug: string;
            email: string;
            password: string;
            firstName: string;
            lastName: string;
            /** @description ISO 4217, such as EUR. */
            currency?: null | string;
            timeZone?: null | string;
            locale?: null | string;
            /** @default false */
            sampleData?: boolean;
        };
        RejectedCall: {
            /** Format: int32 */
            index: number;
            requestId: string;
            code: string;
            reason: string;
        };
        RejectedEvent: {
            /** Format: int64 */
            index: number;
            code: string;
            message: string;
            id?: null | string;
            /** Format: int32 */
            line?: null | number;
        };
        RemindAgain: {
            /** Format: int32 */
            step: number;
        };
        ReminderAhead: {
            /** Format: int32 */
            step: number;
            /** Format: date */
            day: string;
            automatic: boolean;
        };
        ReminderLine: {
            /** Format: int32 */
            step: number;
            /** Format: date */
            on: string;
            skipped: null | components["schemas"]["ReminderSkip"];
            mail: null | components["schemas"]["SendingState"];
            /** Format: uuid */
            sendingId: null | string;
            outstanding: null | components["schemas"]["Money"];
            fee: null | components["schemas"]["Money"];
        };
        /** @enum {unknown} */
        ReminderSkip: "missed" | "beforeTurnedOn" | "beforeIssued" | "invoiceSilenced" | "clientSilenced" | "noReader" | null;
        RemindersPage: {
            on: boolean;
            /** Format: date */
            onSince: null | string;
            steps: components["schemas"]["ReminderStepPage"][];
            fee: null | components["schemas"]["LateFeeTerms"];
            placeholders: string[];
            lists: components["schemas"]["PlaceholderList"][];
            /** Format: int64 */
            version: number;
        };
        ReminderStepPage: {
            /** Format: int32 */
            days: number;
            on: boolean;
            texts: components["schemas"]["MailTextPage"][];
        };
        /** @enum {unknown} */
        ReminderStop: "notIssued" | "paid" | "credited" | "voided" | "uncollectible" | null;
        RemindNow: {
            /** Format: int32 */
            step: number;
        };
        /** @description A line that says again what an earlier one says; it has no effect. */
        RepeatedRow: {
            /**
             * Format: int32
             * @description Its line in the file.
             */
            line: number;
            /**
             * Format: int32
             * @description The earlier one's.
             */
            firstLine: number;
        };
        ReplayWebhook: {
            /** Format: date-time */
            since: string;
        };
        /**
         * @description What a cell of a report is; any may be empty.
         * @enum {unknown}
         */
        ReportCell: "text" | "link" | "money" | "number" | "day" | "month";
        /** @description A column of a report. */
        ReportColumn: {
            /** @description In JSON: camelCase. */
            name: string;
            /** @description In files. */
            title: string;
            /** @description What its cells are. */
            holds: components["schemas"]["ReportCell"];
            /**
             * @description Whether its cells are added, those of one currency together.
             * @default false
             */
            summed?: boolean;
        };
        ReportComparison: {
            /** Format: int32 */
            rows: number;
            differing: components["schemas"]["ReportDifference"][];
            records: components["schemas"]["RecordDifferenceFound"][];
        };
        ReportDifference: {
            row: string;
            column: string;
            live: null | string;
            replayed: null | string;
        };
        ReportLine: {
            key: string;
            cells: {
                [key: string]: components["schemas"]["JsonNode"];
            };
        };
        ReportList: {
            items: components["schemas"]["KnownReport"][];
        };
        ReportPage: {
            name: string;
            span: components["schemas"]["ReportSpan"];
            /** Format: date */
            from: null | string;
            /** Format: date */
            through: null | string;
            /** Format: date-time */
            at: string;
            /** Format: int64 */
            events: null | number;
            columns: components["schemas"]["ReportColumn"][];
            rows: components["schemas"]["ReportLine"][];
            sums: components["schemas"]["ReportSum"][];
            /** Format: int32 */
            more: number;
            compared?: null | components["schemas"]["ReportComparison"];
        };
        /**
         * @description What of time a report is about.
         * @enum {unknown}
         */
        ReportSpan: "instant" | "days" | "months";
        ReportSum: {
            currency: null | components["schemas"]["Currency"];
            /** Format: int32 */
            rows: number;
            cells: {
                [key: string]: components["schemas"]["JsonNode"];
            };
        };
        ReportUsage: {
            metricType: string;
            metricName: string;
            value: components["schemas"]["Quantity"];
            /** Format: date-time */
            periodStart: string;
            /** Format: date-time */
            periodEnd: string;
            unit?: null | string;
            metadata?: null | {
                [key: string]: string;
            };
        };
        RequestCard: {
            id: components["schemas"]["RequestId"];
            /** Format: uuid */
            clientId: string;
            /** Format: date */
            resolvedOn: string;
            /** Format: time */
            resolvedAt: string;
            type: string;
            category: string;
            description: string;
            urgency: components["schemas"]["Urgency"];
            effort: components["schemas"]["Effort"];
            hours: components["schemas"]["Quantity"];
            source: components["schemas"]["RequestSource"];
            webAddress: null | string;
            outsideId: null | string;
            open: boolean;
            status: components["schemas"]["RequestStatus"];
            charged: boolean;
            flag: null | string;
            edited: string[];
            billed: null | components["schemas"]["BilledClose"];
            /** Format: int64 */
            version: number;
        };
        RequestCategory: {
            code: string;
            name: string;
            charged: boolean;
            closed: boolean;
        };
        RequestFigure: {
            id: components["schemas"]["RequestId"];
            /** Format: date */
            resolvedOn: null | string;
            /** Format: time */
            resolvedAt: null | string;
            type: null | string;
            category: null | string;
            description: null | string;
            urgency: components["schemas"]["Urgency"];
            hours: components["schemas"]["Quantity"];
            free: components["schemas"]["Quantity"];
            rate: components["schemas"]["UnitPrice"];
            gross: components["schemas"]["Money"];
            savings: components["schemas"]["Money"];
            net: components["schemas"]["Money"];
            close: null | string;
        };
        /** Format: uuid */
        RequestId: string;
        RequestImportChoices: {
            /** Format: uuid */
            clientId?: null | string;
            /** @default false */
            onlyClean?: boolean;
        };
        RequestLine: {
            /** Format: int32 */
            line: number;
            known: boolean;
            /** Format: uuid */
            clientId: string;
            /** Format: date */
            resolvedOn: string;
            /** Format: time */
            resolvedAt: string;
            type: null | string;
            category: null | string;
            description: string;
            urgency: components["schemas"]["Urgency"];
            effort: components["schemas"]["Effort"];
            hours: null | components["schemas"]["Quantity"];
            source: components["schemas"]["RequestSource"];
            webAddress: null | string;
            open: boolean;
        };
        RequestList: {
            items: components["schemas"]["RequestCard"][];
            nextCursor: null | string;
            /** Format: int64 */
            count: null | number;
            hours: null | components["schemas"]["Quantity"];
            counts: null | {
                [key: string]: number;
            };
        };
        /** @enum {unknown} */
        RequestSource: "sms" | "ticket" | "email" | "phone" | "fluent" | "twenty";
        RequestsTaken: {
            importId: components["schemas"]["MessageImportId"];
            dryRun: boolean;
            /** Format: int32 */
            accepted: number;
            /** Format: int32 */
            unchanged: number;
            rejected: components["schemas"]["RowError"][];
            repeated: components["schemas"]["RepeatedRow"][];
            totals: components["schemas"]["Money"][];
            preview: null | components["schemas"]["RequestLine"][];
        };
        RequestStatistics: {
            /** Format: int32 */
            requests: number;
            /** Format: int32 */
            billable: number;
            hours: components["schemas"]["Quantity"];
            costs: components["schemas"]["CostFigure"][];
            mostActive: components["schemas"]["PeakOfint"];
            peakParts: components["schemas"]["PeakOfDayPart"];
            busiestDays: components["schemas"]["PeakOfDateOnly"];
            topCategories: components["schemas"]["PeakOfstring"];
            days: components["schemas"]["CountFigureOfDateOnly"][];
            byHour: number[];
            parts: components["schemas"]["CountFigureOfDayPart"][];
            weekdays: components["schemas"]["CountFigureOfint"][];
            categories: components["schemas"]["CountFigureOfstring"][];
            tiers: components["schemas"]["UrgencyFigure"][];
            leftOut?: components["schemas"]["MonthLeftOut"][];
        };
        /** @enum {unknown} */
        RequestStatus: "active" | "archived" | "ignored";
        ResendFailedDeliveries: {
            /** Format: uuid */
            endpointId?: string;
        };
        ResetPassword: {
            token: string;
            password: string;
        };
        RetriedCloses: {
            closes: components["schemas"]["CloseFigure"][];
        };
        RevenueDay: {
            /** Format: date */
            day: string;
            mrr: components["schemas"]["UnitPrice"];
            movements: components["schemas"]["RevenueMovements"];
        };
        RevenueFigures: {
            /** Format: date-time */
            at: string;
            currencies: components["schemas"]["RevenuePage"][];
        };
        /** @enum {unknown} */
        RevenueMovement: "new" | "expansion" | "contraction" | "churn" | "reactivation";
        RevenueMovements: {
            new: components["schemas"]["UnitPrice"];
            expansion: components["schemas"]["UnitPrice"];
            contraction: components["schemas"]["UnitPrice"];
            churn: components["schemas"]["UnitPrice"];
            reactivation: components["schemas"]["UnitPrice"];
        };
        RevenuePage: {
            currency: components["schemas"]["Currency"];
            mrr: components["schemas"]["Money"];
            /** Format: int32 */
            clients: number;
            movements: components["schemas"]["RevenueMovements"];
            days: components["schemas"]["RevenueDay"][];
        };
        ReviseMeter: {
            name: string;
            rule: components["schemas"]["WantedRule"];
            unit?: null | string;
            late?: null | components["schemas"]["LateUsage"];
        };
        ReviseOffer: {
            terms: components["schemas"]["PlanOffer"];
            /** Format: date */
            existingFrom?: null | string;
            public?: null | boolean;
            /** Format: int32 */
            sortOrder?: null | number;
        };
        RevisePlan: {
            terms: components["schemas"]["WantedTerms"];
            /** Format: date */
            from?: null | string;
        };
        RevokedApiKey: {
            id: components["schemas"]["ApiKeyId"];
        };
        /**
         * @description What somebody is in an organisation. Each role may everything that the ones below it may.
         * @enum {unknown}
         */
        Role: "viewer" | "member" | "manager" | "admin" | "owner";
        RoleByClaim: {
            claim: string;
            value: string;
            role: components["schemas"]["Role"];
        };
        RotateWebhookSecret: {
            signing?: null | components["schemas"]["WebhookSigning"];
            /** @default false */
            withdraw?: boolean;
        };
        /** @description Why a line is not taken: the cell, what it says, and what would do. */
        RowError: {
            /**
             * Format: int32
             * @description Its line in the file.
             */
            line: number;
            /** @description The sheet's own name of the column; null when the whole line is meant. */
            column: null | string;
            /** @description The cell as it stands. */
            value: string;
            /** @description Kebab-case, as everywhere: `not-an-amount`, `not-a-date`, `unknown-status`, `period-taken`… */
            code: string;
            /** @description One sentence for a person. */
            reason: string;
            /** @description Values that would be taken. */
            offers?: null | string[];
            /** @description Facts of the reason by name, as a problem carries them. */
            details?: null | Record<string, never>;
        };
        RunCounts: {
            /** Format: int32 */
            due: number;
            /** Format: int32 */
            drafted: number;
            /** Format: int32 */
            approved: number;
            /** Format: int32 */
            issued: number;
            /** Format: int32 */
            parked: number;
            /** Format: int32 */
            leftOut: number;
            /** Format: int32 */
            passedOver: number;
            /** Format: int32 */
            unwanted: number;
            /** Format: int32 */
            dropped: number;
        };
        RunEntryLine: {
            clientId: components["schemas"]["ClientId"];
            clientName: string;
            currency: null | components["schemas"]["Currency"];
            step: components["schemas"]["RunStep"];
            invoiceId: null | components["schemas"]["InvoiceId"];
            number: null | string;
            standing: null | components["schemas"]["InvoiceStanding"];
            total: null | components["schemas"]["Money"];
            because: null | components["schemas"]["RunNote"];
            billedIn: null | components["schemas"]["BillingRunId"];
        };
        RunNote: {
            code: string;
            detail: string;
        };
        RunPreview: {
            period: components["schemas"]["Period"];
            drafts: components["schemas"]["RunPreviewDraft"][];
            leftOut: components["schemas"]["RunPreviewLeftOut"][];
            totals: components["schemas"]["RunPreviewTotals"][];
        };
        RunPreviewDraft: {
            clientId: components["schemas"]["ClientId"];
            clientName: string;
            currency: components["schemas"]["Currency"];
            /** Format: int32 */
            lines: number;
            subtotal: components["schemas"]["Money"];
            taxes: components["schemas"]["InvoicePageTax"][];
            tax: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
            warnings: components["schemas"]["RunNote"][];
            refusal: null | components["schemas"]["RunNote"];
        };
        RunPreviewLeftOut: {
            clientId: components["schemas"]["ClientId"];
            clientName: string;
            currency: null | components["schemas"]["Currency"];
            /** Format: int32 */
            charges: number;
            because: components["schemas"]["RunNote"];
            billedIn: null | components["schemas"]["BillingRunId"];
        };
        RunPreviewTotals: {
            currency: components["schemas"]["Currency"];
            /** Format: int32 */
            invoices: number;
            subtotal: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
        };
        /** @enum {unknown} */
        RunState: "drafting" | "toApprove" | "issuing" | "discarding" | "parked" | "done" | "discarded";
        /** @enum {unknown} */
        RunStep: "due" | "leftOut" | "undrafted" | "drafted" | "approved" | "unissued" | "issued" | "passedOver" | "unwanted" | "dropped";
        RunTotals: {
            currency: components["schemas"]["Currency"];
            /** Format: int32 */
            drafts: number;
            drafted: components["schemas"]["Money"];
            /** Format: int32 */
            invoices: number;
            issued: components["schemas"]["Money"];
        };
        /** @description How far the story of the made-up company is. */
        SamplePage: {
            /** @description Whether it goes on at this moment. */
            playing: boolean;
            /**
             * Format: date
             * @description The day that is played, or was last; null: none since the product started.
             */
            reached: null | string;
            /**
             * Format: date
             * @description Where that stops or stopped; null likewise.
             */
            until: null | string;
            /**
             * Format: int32
             * @description How many acts the product refused on the way.
             */
            refused: number;
            /** @description Why it stopped before its end, as a sentence that says what to do; null: it did not. */
            trouble: null | string;
            /** @description Whether the company's day lies before everybody's today. */
            behind: boolean;
        };
        SampleStory: {
            /** Format: int32 */
            seed: number;
            /** Format: date */
            since: string;
        };
        SampleWanted: {
            slug?: null | string;
            /** Format: date-time */
            startsAt?: null | string;
            /** Format: int32 */
            seed?: null | number;
        };
        SaveBillingRecord: {
            /** Format: uuid */
            id?: null | string;
            /** Format: uuid */
            facilityId?: string;
            /** Format: date */
            from?: null | string;
            /** Format: date */
            through?: null | string;
            /** Format: int64 */
            version?: null | number;
            billingDate?: components["schemas"]["ChangeOfstring"];
            newFrom?: components["schemas"]["ChangeOfstring"];
            newThrough?: components["schemas"]["ChangeOfstring"];
            statusId?: components["schemas"]["ChangeOfStatusId"];
            billed?: components["schemas"]["ChangeOfEnteredMoney"];
            paid?: components["schemas"]["ChangeOfEnteredMoney"];
            paidOn?: components["schemas"]["ChangeOfstring"];
            note?: components["schemas"]["ChangeOfstring"];
        };
        /** @enum {unknown} */
        SavedDays: "lastTwelveMonths" | "thisMonth" | "lastMonth" | "lastSevenDays" | "thisYear" | "lastYear" | "fixed";
        SavedMany: {
            /** Format: int32 */
            accepted: number;
            /** Format: int32 */
            refused: number;
            items: components["schemas"]["SavedOne"][];
        };
        SavedOne: {
            /** Format: int32 */
            index: number;
            row: null | components["schemas"]["GridRow"];
            problem: null | components["schemas"]["Problem"];
        };
        /** Format: uuid */
        SavedReportId: string;
        SavedReportList: {
            items: components["schemas"]["SavedReportPage"][];
        };
        SavedReportPage: {
            id: components["schemas"]["SavedReportId"];
            name: string;
            report: string;
            days: components["schemas"]["SavedDays"];
            /** Format: date */
            from: null | string;
            /** Format: date */
            through: null | string;
            /** Format: date */
            askFrom: null | string;
            /** Format: date */
            askThrough: null | string;
            mail: null | components["schemas"]["MailSchedulePage"];
            /** Format: date */
            mailedOn: null | string;
            /** Format: int64 */
            version: number;
        };
        SaveManyRecords: {
            items: components["schemas"]["SaveBillingRecord"][];
        };
        SaveReport: {
            name: string;
            report: string;
            days?: components["schemas"]["SavedDays"];
            /** Format: date */
            from?: null | string;
            /** Format: date */
            through?: null | string;
        };
        /**
         * @description When a group is billed and for which days: a frequency and a period rule. Cycles are numbered along the calendar, so the same cycle has the same
         *     days whenever one looks; "current" and "2 cycles ago" are said for a given today (in the organisation's time zone). Made by Result&lt;Schedule&gt; Schedule.Of(ScheduleTerms terms).
         */
        Schedule: {
            frequency: components["schemas"]["Frequency"];
            periodRule: components["schemas"]["PeriodRule"];
            dayOfWeek?: components["schemas"]["DayOfWeek"];
            /** Format: int32 */
            dayOfMonth?: number;
            days?: number[];
            /** Format: date */
            anchor?: string;
        };
        ScheduleSending: {
            /** Format: date-time */
            at: string;
            to?: null | string[];
            cc?: null | string[];
            subject?: null | string;
            message?: null | string;
            mail?: components["schemas"]["SendDocument"];
        };
        SendDocument: {
            to?: null | string[];
            cc?: null | string[];
            subject?: null | string;
            message?: null | string;
        };
        SendingBegun: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            due: null | string;
        };
        SendingLine: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "scheduled" | "underWay" | "sent" | "failed" | "bounced" | "withdrawn";
            /** Format: date-time */
            askedAt: string;
            askedBy: string;
            /** Format: date-time */
            due: null | string;
            /** Format: date-time */
            endedAt: null | string;
            /** Format: int32 */
            attempts: number;
            /** Format: date-time */
            nextAttemptAt: null | string;
            trouble: null | components["schemas"]["SendingTrouble"];
            to: string[];
            cc: string[];
            subject: string;
            refused: string[];
            bounced: string[];
            bounceReason: null | string;
        };
        Sendings: {
            items: components["schemas"]["SendingLine"][];
        };
        /** @enum {unknown} */
        SendingState: "underWay" | "sent" | "failed" | "bounced" | "withdrawn" | null;
        /** @enum {unknown} */
        SendingTrouble: "refused" | "notTaken" | null;
        SentEvent: {
            id: string;
            meter: string;
            subject: string;
            value?: null | string;
            at?: null | string;
            properties?: null | {
                [key: string]: string;
            };
        };
        SessionLine: {
            id: components["schemas"]["SignInId"];
            device: string;
            address: string;
            organisation: string;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            usedAt: string;
            /** Format: date-time */
            expiresAt: string;
            current: boolean;
        };
        SessionPage: {
            items: components["schemas"]["SessionLine"][];
        };
        SettingsPage: {
            monthEndUrl: null | string;
            weekStart: components["schemas"]["DayOfWeek"];
            /** @enum {string} */
            dateFormat: "MM/dd/yyyy" | "dd.MM.yyyy" | "dd/MM/yyyy" | "yyyy-MM-dd";
            currency: components["schemas"]["Currency"];
            timeZone: string;
            locale: string;
            /** Format: int64 */
            version: number;
        };
        Setup: {
            /** @enum {string} */
            state: "first" | "open" | "invite" | "closed";
            defaults: components["schemas"]["SetupDefaults"];
            returning: boolean;
        };
        SetupDefaults: {
            organisation: string;
            timeZone: string;
            locale: string;
            currency: string;
        };
        /** @description Why a file, or one place in it, cannot be read. A value: no junk in a file makes the reader throw. */
        SheetError: {
            /**
             * @description Stable, kebab-case. Of the whole file: `empty-file`, `too-large`, `not-a-sheet`, `old-excel`, `encrypted`, `damaged`, `expands-too-much`, `too-many-cells`,
             *     `cell-too-long`, `open-quote`, `bad-quote`, `no-such-sheet`, `unknown-encoding`. As a note beside the rows: `row-too-long`, `row-too-short`, `duplicate-column`,
             *     `blank-column`, `merged-cells`, `formula-without-value`.
             */
            code: string;
            /** @description One sentence for a person that says what to do. */
            sentence: string;
            /**
             * Format: int32
             * @description The line of a CSV file or the row number of a sheet, counted from 1; null when the whole file is meant.
             */
            line?: null | number;
            /** @description The column's name, or its letter or number where no name is known; null when the whole row is meant. */
            column?: null | string;
        };
        /** Format: uuid */
        SignInId: string;
        SingleSignOnPage: {
            issuer: string;
            clientId: string;
            domains: string[];
            roles: components["schemas"]["RoleByClaim"][];
            passwordsOff: boolean;
            redirectUri: string;
        };
        SingleSignOnStart: {
            url: null | string;
        };
        SiteCard: {
            id: components["schemas"]["SiteId"];
            /** Format: uuid */
            clientId: string;
            name: string;
            webAddress: null | string;
            /** Format: date */
            start: string;
            /** Format: date */
            end: null | string;
            fee: components["schemas"]["Money"];
            fees: components["schemas"]["HostingFee"][];
            outsideId: null | string;
            archived: boolean;
            edited: string[];
            /** Format: int64 */
            version: number;
        };
        SiteFigure: {
            id: components["schemas"]["SiteId"];
            name: string;
            state: components["schemas"]["HostingState"];
            /** Format: int32 */
            days: number;
            fee: components["schemas"]["Money"];
            gross: components["schemas"]["Money"];
            free: boolean;
            net: components["schemas"]["Money"];
        };
        /** Format: uuid */
        SiteId: string;
        /** @enum {unknown} */
        SmtpLine: "plain" | "startTls" | "tls";
        SourceCategory: {
            outside: string;
            category: string;
        };
        SourceClient: {
            outside: string;
            /** Format: uuid */
            clientId: string;
        };
        /** @enum {unknown} */
        SourceKind: "fluent" | "twenty";
        SourceUrgency: {
            outside: string;
            urgency: components["schemas"]["Urgency"];
        };
        StartBillingRun: {
            period: components["schemas"]["Period"];
            clients?: null | components["schemas"]["ClientId"][];
            /** @description ISO 4217, such as EUR. */
            currency?: null | string;
            /** @default false */
            dryRun?: boolean;
        };
        StartSingleSignOn: {
            email: string;
        };
        StartSubscription: {
            clientId: components["schemas"]["ClientId"];
            planCode: string;
            /**
             * Format: int32
             * @default 1
             */
            quantity?: number;
            /** Format: date-time */
            startAt?: null | string;
            /** Format: int32 */
            trialDays?: null | number;
            /** Format: int32 */
            anchorDay?: null | number;
            anchor?: components["schemas"]["BillingAnchor"];
            /** @description ISO 4217, such as EUR. */
            currency?: null | string;
            timeZone?: null | string;
            /** @default false */
            alongOthers?: boolean;
            outsideId?: null | string;
            coupon?: null | string;
            /** @default false */
            backdate?: boolean;
        };
        StatementAccount: {
            currency: components["schemas"]["Currency"];
            lines: components["schemas"]["BalancedLine"][];
            balance: components["schemas"]["Money"];
        };
        StatsChange: {
            currency: components["schemas"]["Currency"];
            billed: components["schemas"]["Change"];
            received: components["schemas"]["Change"];
            paid: components["schemas"]["Change"];
            unpaid: components["schemas"]["Change"];
            overdue: components["schemas"]["Change"];
            uncollectible: components["schemas"]["Change"];
            voided: components["schemas"]["Change"];
            refunded: components["schemas"]["Change"];
            paidOut: components["schemas"]["Change"];
            credited: components["schemas"]["Change"];
            average: null | components["schemas"]["Change"];
            /** Format: double */
            averageDaysToPay: null | number;
            /** Format: double */
            collectionRate: null | number;
        };
        StatusCard: {
            id: components["schemas"]["StatusId"];
            name: string;
            color: string;
            /** Format: int32 */
            order: number;
            settles: boolean;
            /** Format: int64 */
            records: number;
        };
        /** Format: uuid */
        StatusId: string;
        StatusSetCard: {
            id: components["schemas"]["StatusSetId"];
            name: string;
            isDefault: boolean;
            /** Format: int64 */
            version: number;
            statuses: components["schemas"]["StatusCard"][];
        };
        /** Format: uuid */
        StatusSetId: string;
        StripeEventLine: {
            id: string;
            type: string;
            objectId: null | string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            receivedAt: string;
            delivered: boolean;
            /** Format: date-time */
            handledAt: null | string;
            outcome: null | string;
        };
        StripeEventPage: {
            event: components["schemas"]["StripeEventLine"];
            body: components["schemas"]["JsonElement"];
        };
        StripePage: {
            asks: boolean;
            listens: boolean;
            path: string;
            types: string[];
            /** Format: date-time */
            lookedUntil: null | string;
            /** Format: int64 */
            waiting: number;
        };
        StripeReconciliationPage: {
            /** Format: int32 */
            takenIn: number;
        };
        SubjectCard: {
            subject: string;
            plans: components["schemas"]["PlanClient"][];
            /** Format: int64 */
            version: number;
        };
        SubjectLimitsCard: {
            subject: string;
            limits: components["schemas"]["OwnLimit"][];
            /** Format: int64 */
            version: number;
        };
        SubscriptionBillCard: {
            /** Format: int32 */
            number: number;
            reason: components["schemas"]["BillReason"];
            /** Format: date */
            on: string;
            lines: components["schemas"]["SubscriptionLine"][];
            amount: components["schemas"]["Money"];
            invoice: null | components["schemas"]["WantedInvoiceAnswer"];
        };
        SubscriptionCard: {
            id: components["schemas"]["SubscriptionId"];
            clientId: components["schemas"]["ClientId"];
            plan: string;
            planName: string;
            /** Format: int32 */
            planVersion: number;
            /** Format: int32 */
            quantity: number;
            status: components["schemas"]["SubscriptionStatus"];
            currency: components["schemas"]["Currency"];
            timeZone: string;
            /** Format: date-time */
            startAt: string;
            /** Format: date-time */
            trialEndsAt: null | string;
            currentPeriod: null | components["schemas"]["Period"];
            /** Format: date */
            nextFrom: string;
            /** Format: date-time */
            renewsAt: null | string;
            /** Format: int32 */
            anchorDay: null | number;
            next: null | components["schemas"]["SubscriptionNext"];
            cancelAtPeriodEnd: boolean;
            /** Format: date-time */
            canceledAt: null | string;
            hasAccess: boolean;
            outsideId: null | string;
            entitlements: components["schemas"]["PlanEntitlement"][];
            coupons: components["schemas"]["SubscriptionCoupon"][];
            givenBack: components["schemas"]["SubscriptionLine"][];
            bills: components["schemas"]["SubscriptionBillCard"][];
            /** Format: int64 */
            version: number;
        };
        SubscriptionCoupon: {
            code: string;
            name: string;
            off: null | components["schemas"]["Money"];
            share: null | components["schemas"]["Percentage"];
            /** Format: int32 */
            periods: null | number;
            /**
             * Format: int32
             * @default 0
             */
            used?: number;
            component?: null | string;
            holds?: boolean;
        };
        SubscriptionHistory: {
            items: components["schemas"]["SubscriptionPast"][];
            then: null | components["schemas"]["SubscriptionCard"];
        };
        /** Format: uuid */
        SubscriptionId: string;
        SubscriptionLine: {
            component: string;
            description: string;
            quantity: components["schemas"]["Quantity"];
            unitPrice: components["schemas"]["UnitPrice"];
            amount: components["schemas"]["Money"];
            days: components["schemas"]["Period"];
            taxCategory: null | string;
            metered?: null | components["schemas"]["MeteredUse"];
        };
        SubscriptionList: {
            items: components["schemas"]["SubscriptionListRow"][];
            nextCursor: null | string;
            counts: null | {
                [key: string]: number;
            };
        };
        SubscriptionListRow: {
            id: components["schemas"]["SubscriptionId"];
            clientId: components["schemas"]["ClientId"];
            plan: string;
            planName: string;
            /** Format: int32 */
            planVersion: number;
            /** Format: int32 */
            quantity: number;
            status: components["schemas"]["SubscriptionStatus"];
            currency: components["schemas"]["Currency"];
            /** Format: date-time */
            startAt: string;
            /** Format: date-time */
            renewsAt: null | string;
            cancelAtPeriodEnd: boolean;
            /** Format: date-time */
            canceledAt: null | string;
            outsideId: null | string;
            timeZone: string;
            /** Format: int64 */
            version: number;
            monthly: null | components["schemas"]["Money"];
        };
        SubscriptionNext: {
            plan: string;
            /** Format: int32 */
            planVersion: number;
            /** Format: int32 */
            quantity: number;
            /** Format: date */
            from: string;
        };
        SubscriptionPast: {
            /** Format: int64 */
            version: number;
            /** Format: date-time */
            at: string;
            actor: components["schemas"]["Actor"];
            event: string;
        };
        SubscriptionPreview: {
            lines: components["schemas"]["SubscriptionLine"][];
            due: components["schemas"]["Money"];
            /** Format: date */
            holdsFrom: null | string;
            /** Format: date */
            nextInvoiceOn: null | string;
            nextLines: components["schemas"]["SubscriptionLine"][];
            nextTotal: components["schemas"]["Money"];
            givenBack: components["schemas"]["SubscriptionLine"][];
            backTotal: components["schemas"]["Money"];
        };
        SubscriptionSettingsPage: {
            unit: components["schemas"]["ProrationUnit"];
            changeDay: components["schemas"]["ChangeDay"];
            invoices: components["schemas"]["InvoiceOutcome"];
            retryDays: number[];
            afterRetries: components["schemas"]["DunningEnd"];
            pastDueHasAccess: boolean;
            mailsClients: boolean;
            /** Format: int32 */
            periodsBack: number;
            billingWay: components["schemas"]["BillingWay"];
            portalPlans: string[];
            portalCancel: components["schemas"]["PortalCancel"];
            /** Format: int64 */
            version: number;
        };
        /** @enum {unknown} */
        SubscriptionStatus: "incomplete" | "trialing" | "active" | "paused" | "canceled" | "pastDue" | "unpaid";
        SwitchOrganisation: {
            organisation: string;
        };
        TakeBackRecurringPrices: {
            /** Format: date */
            from: string;
        };
        TakenAnswer: {
            /** Format: int64 */
            accepted: number;
            /** Format: int64 */
            duplicates: number;
            rejected: components["schemas"]["RejectedEvent"][];
            /** Format: int64 */
            rejectedInAll: number;
        };
        TakenBack: {
            outcome: string;
        };
        TakeOnSite: {
            /** Format: uuid */
            clientId: string;
            name: string;
            /** Format: date */
            start: string;
            webAddress?: null | string;
            /** Format: date */
            end?: null | string;
            /**
             * @example {
             *       "amount": "12.50",
             *       "currency": "EUR"
             *     }
             */
            fee?: null | {
                /** @description An exact amount in major units, with at most the currency's decimals. */
                amount: string;
                /** @description ISO 4217. */
                currency: string;
            };
            outsideId?: null | string;
        };
        TaxCategory: {
            name: string;
            taxes: components["schemas"]["ValueListOfTaxRate"];
        };
        TaxRate: {
            name: string;
            rate: components["schemas"]["Percentage"];
        };
        /** @enum {unknown} */
        TaxRounding: "perDocument" | "perLine";
        TaxRules: {
            rounding: components["schemas"]["TaxRounding"];
            pricesIncludeTax: boolean;
            beforeDiscount: boolean;
        };
        /** @enum {unknown} */
        TaxTreatment: "standard" | "reverseCharge" | "exempt";
        TenantPage: {
            id: string;
            slug: string;
            name: string;
            contact: components["schemas"]["Contact"];
            currency: components["schemas"]["Currency"];
            timeZone: string;
            locale: string;
            logo: null | string;
            /** Format: date */
            trialEndsOn: null | string;
            secondFactorRequired: boolean;
            /** Format: date */
            deleteOn: null | string;
            /** Format: int64 */
            version: number;
        };
        TestWebhook: {
            type?: null | string;
        };
        TierFigure: {
            urgency: components["schemas"]["Urgency"];
            /** Format: int32 */
            requests: number;
            hours: components["schemas"]["Quantity"];
            freeHours: components["schemas"]["Quantity"];
            gross: components["schemas"]["Money"];
            savings: components["schemas"]["Money"];
            net: components["schemas"]["Money"];
        };
        /** @description A tier as it is written down; which fields it has depends on the price's type. */
        TierTerms: {
            /** @description The last quantity that belongs to it; null for the last tier. */
            upTo?: null | string;
            /** @description What one costs. */
            unit?: null | string;
            /** @description Due once when the tier is touched. */
            flat?: null | string;
            /** @description graduated-percentage: hundredths. */
            rate?: null | string;
            /** @description blocks: how many are in one. */
            blockSize?: null | string;
            /** @description blocks: how many there are; null in the last tier for any number. */
            maxBlocks?: null | string;
            /** @description blocks: what one costs. */
            pricePerBlock?: null | string;
            /** @description capacity: what the period costs. */
            price?: null | string;
            /** @description capacity: how much of each unit it allows. */
            limits?: null | {
                [key: string]: string;
            };
        };
        TokenKinds: {
            /**
             * Format: int64
             * @default 0
             */
            input?: number;
            /**
             * Format: int64
             * @default 0
             */
            cacheRead?: number;
            /**
             * Format: int64
             * @default 0
             */
            cacheWrite5m?: number;
            /**
             * Format: int64
             * @default 0
             */
            cacheWrite1h?: number;
            /**
             * Format: int64
             * @default 0
             */
            cacheWrite?: number;
            /**
             * Format: int64
             * @default 0
             */
            output?: number;
            /**
             * Format: int64
             * @default 0
             */
            reasoning?: number;
            /**
             * Format: int64
             * @default 0
             */
            audioInput?: number;
            /**
             * Format: int64
             * @default 0
             */
            cachedAudioInput?: number;
            /**
             * Format: int64
             * @default 0
             */
            audioOutput?: number;
            /**
             * Format: int64
             * @default 0
             */
            imageInput?: number;
            /**
             * Format: int64
             * @default 0
             */
            cachedImageInput?: number;
            /**
             * Format: int64
             * @default 0
             */
            imageOutput?: number;
            /** Format: int64 */
            prompt?: number;
            /** Format: int64 */
            completion?: number;
            isNone?: boolean;
        };
        TokenPrices: {
            /** @description An exact number with at most 12 decimals, such as 1.5. */
            input?: null | string;
            /** @description An exact number with at most 12 decimals, such as 1.5. */
            cacheRead?: null | string;
            /** @description An exact number with at most 12 decimals, such as 1.5. */
            cacheWrite5m?: null | string;
            /** @description An exact number with at most 12 decimals, such as 1.5. */
            cacheWrite1h?: null | string;
            /** @description An exact number with at most 12 decimals, such as 1.5. */
            cacheWrite?: null | string;
            /** @description An exact number with at most 12 decimals, such as 1.5. */
            output?: null | string;
            /** @description An exact number with at most 12 decimals, such as 1.5. */
            reasoning?: null | string;
            /** @description An exact number with at most 12 decimals, such as 1.5. */
            audioInput?: null | string;
            /** @description An exact number with at most 12 decimals, such as 1.5. */
            cachedAudioInput?: null | string;
            /** @description An exact number with at most 12 decimals, such as 1.5. */
            audioOutput?: null | string;
            /** @description An exact number with at most 12 decimals, such as 1.5. */
            imageInput?: null | string;
            /** @description An exact number with at most 12 decimals, such as 1.5. */
            cachedImageInput?: null | string;
            /** @description An exact number with at most 12 decimals, such as 1.5. */
            imageOutput?: null | string;
        };
        Tokens: {
            accessToken: string;
            refreshToken: null | string;
            tokenType: string;
            /** Format: int32 */
            expiresIn: number;
            organisation: components["schemas"]["OrganisationName"];
        };
        ToldCall: {
            requestId: string;
            account: components["schemas"]["AiAccountId"];
            /** Format: date-time */
            at: string;
            model: string;
            tokens: components["schemas"]["TokenKinds"];
            /**
             * Format: int64
             * @default 1
             */
            requests?: number;
            /**
             * Format: int64
             * @default 0
             */
            searches?: number;
            tier?: null | string;
            project?: null | string;
            user?: null | string;
            /** Format: int64 */
            latencyMs?: null | number;
            rate?: null | components["schemas"]["ToldRate"];
        };
        ToldRate: {
            /** Format: int64 */
            limit: number;
            /** Format: int64 */
            remaining: number;
        };
        TopUpWallet: {
            source: string;
            amount: components["schemas"]["Money"];
            /** @default false */
            charged?: boolean;
        };
        TotpOffer: {
            secret: string;
            uri: string;
            qr: string;
        };
        TracedTax: {
            name: string;
            rate: components["schemas"]["Percentage"];
            on: components["schemas"]["Money"];
            amount: components["schemas"]["Money"];
            lines: components["schemas"]["TracedTaxLine"][];
        };
        TracedTaxLine: {
            /** Format: int32 */
            line: number;
            description: string;
            on: components["schemas"]["Money"];
        };
        TraceNode: {
            /** @enum {string} */
            kind: "invoice" | "line" | "charge" | "fact" | "byHand" | "lineDiscount" | "discount" | "tax";
            label: string;
            amount: components["schemas"]["Money"];
            parts: components["schemas"]["TraceNode"][];
            id?: null | string;
            module?: null | string;
            factKind?: null | string;
            /** @description An exact number with at most 12 decimals, such as 1.5. */
            quantity?: null | string;
            /** @description An exact number with at most 12 decimals, such as 1.5. */
            unitPrice?: null | string;
            link?: null | string;
            tax?: null | components["schemas"]["TracedTax"];
            contained?: null | components["schemas"]["TracedTax"][];
        };
        TransferOwnership: {
            personId: components["schemas"]["PersonId"];
        };
        TryMailServer: {
            to: string;
            server?: null | components["schemas"]["ArrangeMailServer"];
        };
        UncomparedUsage: {
            provider: string;
            model: string;
            code: string;
            reason: string;
            /** Format: int32 */
            records: number;
        };
        UndoBackfill: {
            reason: string;
        };
        UndoPayment: {
            reason: string;
        };
        /** @description What one of something costs, in the currency of the line it stands on: finer than an amount, at most 12 decimals. On the wire text such as `"0.0025"`. */
        UnitPrice: string;
        /** @description One of several units that are sold in blocks. */
        UnitTerms: {
            /** @description Its name. */
            unit: string;
            tiers: components["schemas"]["TierTerms"][];
        };
        UnreadNotifications: {
            /** Format: int64 */
            unread: number;
        };
        /** @enum {unknown} */
        Urgency: "promotion" | "low" | "medium" | "high";
        UrgencyFigure: {
            urgency: components["schemas"]["Urgency"];
            /** Format: int32 */
            requests: number;
            hours: components["schemas"]["Quantity"];
            freeHours: components["schemas"]["Quantity"];
            costs: components["schemas"]["CostFigure"][];
        };
        UsageBillCard: {
            /** Format: uuid */
            id: string;
            clientId: components["schemas"]["ClientId"];
            subject: string;
            plan: string;
            period: components["schemas"]["Period"];
            covered: components["schemas"]["Period"];
            /** Format: int32 */
            steps: number;
            lines: components["schemas"]["BillLine"][];
            held: components["schemas"]["HeldLine"][];
            /** Format: int64 */
            version: number;
        };
        UsageBillLine: {
            /** Format: uuid */
            id: string;
            clientId: components["schemas"]["ClientId"];
            subject: string;
            plan: string;
            period: components["schemas"]["Period"];
            /** Format: int32 */
            steps: number;
            charged: components["schemas"]["Money"];
            credit: components["schemas"]["Money"];
            /** Format: int32 */
            waiting: number;
            held: components["schemas"]["Money"];
            /** Format: date */
            billedOn: string;
            /** Format: int64 */
            version: number;
        };
        UsageCard: {
            id: string;
            meter: string;
            subject: string;
            value: components["schemas"]["Quantity"];
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            takenAt: string;
            counted: boolean;
            withdrawn: boolean;
            properties: {
                [key: string]: string;
            };
        };
        UsageLine: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            group: {
                [key: string]: string;
            };
            amount: string;
            /** Format: int64 */
            events: number;
        };
        UsagePage: {
            meter: string;
            unit: string;
            aggregation: components["schemas"]["Aggregation"];
            timeZone: string;
            items: components["schemas"]["UsageLine"][];
        };
        UsageReport: {
            metricType: string;
            metricName: string;
            value: components["schemas"]["Quantity"];
            unit: string;
            /** Format: date-time */
            periodStart: string;
            /** Format: date-time */
            periodEnd: string;
            /** Format: date-time */
            takenAt: string;
            metadata: {
                [key: string]: string;
            };
        };
        /**
         * @default none
         * @enum {unknown}
         */
        UsageRounding: "none" | "up" | "down" | "nearest";
        UseCoupon: {
            clientId: components["schemas"]["ClientId"];
            source: string;
            due: components["schemas"]["Money"];
        };
        UsedCredit: {
            allocations: components["schemas"]["Allocation"][];
            left: components["schemas"]["Money"];
        };
        UseWallet: {
            source: string;
            amount: components["schemas"]["Money"];
            chargeKind?: null | string;
        };
        /** @description A list that is a value: two with equal items are equal, so that events that hold one can be compared. */
        ValueListOfFreeProjects: components["schemas"]["FreeProjects"][];
        /** @description A list that is a value: two with equal items are equal, so that events that hold one can be compared. */
        ValueListOfMeteredPrice: components["schemas"]["MeteredPrice"][];
        /** @description A list that is a value: two with equal items are equal, so that events that hold one can be compared. */
        ValueListOfMoney: components["schemas"]["Money"][];
        /** @description A list that is a value: two with equal items are equal, so that events that hold one can be compared. */
        ValueListOfPlanComponent: components["schemas"]["PlanComponent"][];
        /** @description A list that is a value: two with equal items are equal, so that events that hold one can be compared. */
        ValueListOfPlanEntitlement: components["schemas"]["PlanEntitlement"][];
        /** @description A list that is a value: two with equal items are equal, so that events that hold one can be compared. */
        ValueListOfPricedPart: components["schemas"]["PricedPart"][];
        /** @description A list that is a value: two with equal items are equal, so that events that hold one can be compared. */
        ValueListOfTaxRate: components["schemas"]["TaxRate"][];
        /** @enum {unknown} */
        VarianceReason: "none" | "rounding" | "preliminary" | "unpriced" | "notInUsage" | "notInMoney" | "belowList" | "aboveList";
        /** @description What to hold the trail against besides the log. */
        VerifyAudit: {
            anchor?: null | components["schemas"]["AuditAnchor"];
        };
        VerifyEmail: {
            token: string;
        };
        VoidWallet: {
            reason: string;
        };
        WalletCard: {
            id: components["schemas"]["WalletId"];
            clientId: components["schemas"]["ClientId"];
            name: string;
            balance: components["schemas"]["Money"];
            /** Format: int32 */
            priority: number;
            /** Format: date */
            expiresOn: null | string;
            scope: string[];
            topUpRule: null | components["schemas"]["WalletRule"];
            voided: boolean;
            /** Format: int64 */
            version: number;
        };
        WalletEntries: {
            items: components["schemas"]["WalletEntry"][];
        };
        WalletEntry: {
            /** Format: date-time */
            at: string;
            kind: components["schemas"]["WalletEntryKind"];
            source: null | string;
            amount: components["schemas"]["Money"];
            chargeKind: null | string;
            charged: boolean;
            balance: components["schemas"]["Money"];
        };
        /** @enum {unknown} */
        WalletEntryKind: "topUp" | "topUpByRule" | "use" | "givenBack" | "forfeited";
        /** Format: uuid */
        WalletId: string;
        WalletRule: {
            below: components["schemas"]["Money"];
            amount: components["schemas"]["Money"];
        };
        WantedCharge: {
            name: string;
            price: components["schemas"]["PriceTerms"];
            meter?: null | string;
            code?: null | string;
            where?: null | {
                [key: string]: string;
            };
            by?: null | string;
            /**
             * @example {
             *       "amount": "12.50",
             *       "currency": "EUR"
             *     }
             */
            minimum?: null | {
                /** @description An exact amount in major units, with at most the currency's decimals. */
                amount: string;
                /** @description ISO 4217. */
                currency: string;
            };
            /**
             * @example {
             *       "amount": "12.50",
             *       "currency": "EUR"
             *     }
             */
            maximum?: null | {
                /** @description An exact amount in major units, with at most the currency's decimals. */
                amount: string;
                /** @description ISO 4217. */
                currency: string;
            };
        };
        WantedCommitment: {
            amount: components["schemas"]["Money"];
            overageFactor?: null | string;
        };
        /** @description What became of a wanted invoice. */
        WantedInvoiceAnswer: {
            /** @description How far it is. */
            state: components["schemas"]["WantedInvoiceState"];
            /**
             * Format: uuid
             * @description The invoice, be it a draft; null when there is none.
             */
            invoiceId: null | string;
            /** @description Its number; null for a draft. */
            invoiceNumber: null | string;
            /** @description Why it is parked; null when it is not. */
            code: null | string;
            /** @description What to do about that, for people. */
            sentence: null | string;
        };
        /**
         * @description How far a wanted invoice is.
         * @enum {unknown}
         */
        WantedInvoiceState: "wanted" | "made" | "carried" | "parked";
        WantedLimit: {
            meter: string;
            limit: components["schemas"]["Quantity"];
            code?: null | string;
            kind?: components["schemas"]["LimitKind"];
            thresholds?: null | number[];
        };
        WantedReminderStep: {
            /** Format: int32 */
            days: number;
            /** @default true */
            on?: boolean;
            texts?: null | components["schemas"]["MailText"][];
        };
        WantedRule: {
            aggregation: components["schemas"]["Aggregation"];
            property?: null | string;
            filters?: null | components["schemas"]["PropertyFilter"][];
            groupBy?: null | string[];
            rounding?: components["schemas"]["UsageRounding"];
            /**
             * Format: int32
             * @default 0
             */
            places?: number;
        };
        WantedStatus: {
            name: string;
            color: string;
            /** Format: uuid */
            id?: string;
            settles?: null | boolean;
        };
        WantedTerms: {
            name: string;
            charges: components["schemas"]["WantedCharge"][];
            /**
             * @example {
             *       "amount": "12.50",
             *       "currency": "EUR"
             *     }
             */
            minimum?: null | {
                /** @description An exact amount in major units, with at most the currency's decimals. */
                amount: string;
                /** @description ISO 4217. */
                currency: string;
            };
            /**
             * @example {
             *       "amount": "12.50",
             *       "currency": "EUR"
             *     }
             */
            maximum?: null | {
                /** @description An exact amount in major units, with at most the currency's decimals. */
                amount: string;
                /** @description ISO 4217. */
                currency: string;
            };
            commitment?: null | components["schemas"]["WantedCommitment"];
            limits?: null | components["schemas"]["WantedLimit"][];
        };
        WebhookAttemptLine: {
            /** Format: int32 */
            number: number;
            /** Format: date-time */
            at: string;
            /** Format: int32 */
            milliseconds: number;
            /** Format: int32 */
            status: null | number;
            error: null | string;
            answer: null | string;
            isCut: boolean;
        };
        /** Format: uuid */
        WebhookDeliveryId: string;
        WebhookDeliveryLine: {
            id: components["schemas"]["WebhookDeliveryId"];
            webhookId: string;
            endpoint: components["schemas"]["WebhookEndpointId"];
            endpointName: null | string;
            type: string;
            subject: string;
            /** Format: uuid */
            subjectId: string;
            cause: string;
            state: string;
            /** Format: int32 */
            attempts: number;
            /** Format: int32 */
            status: null | number;
            error: null | string;
            /** Format: date-time */
            happenedAt: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            dueAt: null | string;
            /** Format: date-time */
            doneAt: null | string;
        };
        WebhookDeliveryPage: {
            delivery: components["schemas"]["WebhookDeliveryLine"];
            body: null | string;
            tries: components["schemas"]["WebhookAttemptLine"][];
        };
        /** Format: uuid */
        WebhookEndpointId: string;
        WebhookEndpointLine: {
            endpoint: components["schemas"]["WebhookEndpointPage"];
            /** Format: int32 */
            failures: number;
            /** Format: date-time */
            failingSince: null | string;
            /** Format: date-time */
            restsUntil: null | string;
            /** Format: int64 */
            waiting: number;
            /** Format: int64 */
            failed: number;
            hasSecret: boolean;
        };
        WebhookEndpointPage: {
            id: components["schemas"]["WebhookEndpointId"];
            name: string;
            url: string;
            filters: string[];
            headers: string[];
            /** Format: int32 */
            rate: null | number;
            signing: components["schemas"]["WebhookSigning"];
            secret: string;
            /** Format: date-time */
            oldSecretUntil: null | string;
            state: components["schemas"]["WebhookState"];
            reason: null | components["schemas"]["WebhookTrouble"];
            /** Format: int64 */
            version: number;
        };
        WebhookReplayPage: {
            /** Format: uuid */
            replay: string;
            /** Format: date-time */
            since: string;
        };
        WebhookResent: {
            /** Format: int64 */
            count: number;
        };
        WebhookSecretShown: {
            endpoint: components["schemas"]["WebhookEndpointPage"];
            secret: string;
        };
        /** @enum {unknown} */
        WebhookSigning: "hmac" | "ed25519";
        /** @enum {unknown} */
        WebhookState: "active" | "paused" | "disabled" | "removed";
        /** @enum {unknown} */
        WebhookTrouble: "gone" | "failing" | null;
        WithdrawCharge: {
            reason: string;
        };
        WithdrawUsage: {
            id: string;
            reason: string;
        };
        WriteAlertRule: {
            kind: components["schemas"]["AiAlertKind"];
            terms?: null | components["schemas"]["ArrangeAlertRule"];
        };
        WriteAllocation: {
            name: string;
            shares: components["schemas"]["AllocatedShare"][];
            /**
             * Format: int32
             * @default 100
             */
            place?: number;
            /** Format: uuid */
            accountId?: string;
            key?: null | string;
            workspace?: null | string;
            user?: null | string;
            model?: null | string;
        };
        WriteCreditNote: {
            reason: string;
            lines?: null | components["schemas"]["WrittenLine"][];
            /** Format: date */
            issueDate?: null | string;
        };
        WriteInvoice: {
            clientId: components["schemas"]["ClientId"];
            lines?: null | components["schemas"]["WrittenLine"][];
            charges?: null | components["schemas"]["ChargeId"][];
            /** @description ISO 4217, such as EUR. */
            currency?: null | string;
            /** Format: date */
            issueDate?: null | string;
            /** Format: int32 */
            termsDays?: null | number;
            period?: {
                /**
                 * Format: date
                 * @description The first day.
                 */
                from: string;
                /**
                 * Format: date
                 * @description The last day, included.
                 */
                through: string;
            };
            discount?: null | components["schemas"]["Discount"];
            taxRounding?: null | components["schemas"]["TaxRounding"];
            pricesIncludeTax?: null | boolean;
            taxBeforeDiscount?: null | boolean;
            notes?: null | string;
            terms?: null | string;
            purchaseOrder?: null | string;
            shipTo?: null | string;
        };
        WriteInvoiceMail: {
            texts: components["schemas"]["MailText"][];
        };
        WritePrice: {
            provider: string;
            model: string;
            prices: components["schemas"]["TokenPrices"];
            /** Format: date */
            from: string;
            /** Format: date */
            until?: null | string;
            /** @description ISO 4217, such as EUR. */
            currency?: null | string;
            /** Format: uuid */
            account?: string;
            long?: null | components["schemas"]["WrittenLength"][];
            batch?: null | components["schemas"]["WrittenTier"];
            flex?: null | components["schemas"]["WrittenTier"];
            priority?: null | components["schemas"]["WrittenTier"];
            /** @description An exact number with at most 12 decimals, such as 1.5. */
            search?: null | string;
            /** @description An exact number with at most 12 decimals, such as 1.5. */
            request?: null | string;
            source?: null | string;
        };
        WriteQuote: {
            clientId: components["schemas"]["ClientId"];
            lines?: null | components["schemas"]["WrittenLine"][];
            /** @description ISO 4217, such as EUR. */
            currency?: null | string;
            /** Format: date */
            validUntil?: null | string;
            period?: {
                /**
                 * Format: date
                 * @description The first day.
                 */
                from: string;
                /**
                 * Format: date
                 * @description The last day, included.
                 */
                through: string;
            };
            discount?: null | components["schemas"]["Discount"];
            taxRounding?: null | components["schemas"]["TaxRounding"];
            pricesIncludeTax?: null | boolean;
            taxBeforeDiscount?: null | boolean;
            notes?: null | string;
            terms?: null | string;
            purchaseOrder?: null | string;
            shipTo?: null | string;
            content?: components["schemas"]["WriteInvoice"];
        };
        WriteQuoteMail: {
            texts: components["schemas"]["MailText"][];
        };
        WriteRecurringInvoice: {
            clientId: components["schemas"]["ClientId"];
            schedule: components["schemas"]["Schedule"];
            /** Format: date */
            from: string;
            /** Format: date */
            until?: null | string;
            /** Format: int32 */
            times?: null | number;
            then?: components["schemas"]["InvoiceOutcome"];
            lines?: null | components["schemas"]["WrittenLine"][];
            /** @description ISO 4217, such as EUR. */
            currency?: null | string;
            /** Format: int32 */
            termsDays?: null | number;
            discount?: null | components["schemas"]["Discount"];
            taxRounding?: null | components["schemas"]["TaxRounding"];
            pricesIncludeTax?: null | boolean;
            taxBeforeDiscount?: null | boolean;
            notes?: null | string;
            terms?: null | string;
            purchaseOrder?: null | string;
            shipTo?: null | string;
            content?: components["schemas"]["WriteInvoice"];
        };
        WriteRequest: {
            /** Format: uuid */
            clientId: string;
            /** Format: date */
            resolvedOn: string;
            /** Format: time */
            resolvedAt: string;
            /** @default  */
            description?: string;
            type?: null | string;
            category?: null | string;
            urgency?: components["schemas"]["Urgency"];
            effort?: components["schemas"]["Effort"];
            /** @description An exact number with at most 12 decimals, such as 1.5. */
            hours?: null | string;
            source?: components["schemas"]["RequestSource"];
            webAddress?: null | string;
            outsideId?: null | string;
            /** @default false */
            open?: boolean;
        };
        WriteUsage: {
            /** Format: date */
            date: string;
            cost: components["schemas"]["Cost"];
            model?: null | string;
            /**
             * Format: int64
             * @default 0
             */
            inputTokens?: number;
            /**
             * Format: int64
             * @default 0
             */
            outputTokens?: number;
            note?: null | string;
            /** Format: uuid */
            account?: string;
        };
        WrittenKind: {
            type: string;
            category: string;
            effort: components["schemas"]["Effort"];
            patterns: string[];
        };
        WrittenLength: {
            /** Format: int64 */
            over: number;
            prices: components["schemas"]["TokenPrices"];
        };
        WrittenLine: {
            description: string;
            unitPrice: components["schemas"]["UnitPrice"];
            /** @description An exact number with at most 12 decimals, such as 1.5. */
            quantity?: null | string;
            discount?: null | components["schemas"]["Discount"];
            taxes?: null | components["schemas"]["TaxRate"][];
            period?: {
                /**
                 * Format: date
                 * @description The first day.
                 */
                from: string;
                /**
                 * Format: date
                 * @description The last day, included.
                 */
                through: string;
            };
            group?: null | string;
            kind?: components["schemas"]["LineKind"];
            charges?: null | components["schemas"]["ChargeId"][];
        };
        WrittenLists: {
            senders: string[];
            reactions: string[];
            courtesies: string[];
            asides: string[];
            shortRequests: string[];
            kinds: components["schemas"]["WrittenKind"][];
            otherwise: components["schemas"]["WrittenKind"];
            workWords: string[];
            actionWords: string[];
            urgent: string[];
            unhurried: string[];
        };
        WrittenTier: {
            /** @description An exact number with at most 12 decimals, such as 1.5. */
            factor?: null | string;
            prices?: null | components["schemas"]["TokenPrices"];
        };
    };
    responses: {
        /** @description What went wrong, with a stable code and a sentence for people. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealthLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getHealthReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthPage"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthPage"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiHealth"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getProjections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectionPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMessagesDeadLetters: {
        parameters: {
            query?: {
                before?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postMessagesDeadLettersIdReplay: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getSample: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SamplePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSamplePlay: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["PlayOn"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SamplePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAudit: {
        parameters: {
            query?: {
                /** @description The actor's id. */
                actor?: string;
                /** @description The action: an event's alias, or its beginning up to a dot, such as identity. */
                action?: string;
                /** @description The kind of thing: a stream's type. */
                entity?: string;
                /** @description The thing. */
                entityId?: string;
                outcome?: "done" | "refused";
                /** @description Not before this moment. */
                from?: string;
                /** @description Before this moment. */
                to?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAuditLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAuditExport: {
        parameters: {
            query?: {
                /** @description The actor's id. */
                actor?: string;
                /** @description The action: an event's alias, or its beginning up to a dot, such as identity. */
                action?: string;
                /** @description The kind of thing: a stream's type. */
                entity?: string;
                /** @description The thing. */
                entityId?: string;
                outcome?: "done" | "refused";
                /** @description Not before this moment. */
                from?: string;
                /** @description Before this moment. */
                to?: string;
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getAuditAnchor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditAnchor"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postAuditVerify: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyAudit"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getHistory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordKindList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getHistoryKindId: {
        parameters: {
            query?: {
                at?: string;
                limit?: number;
                before?: number;
            };
            header?: never;
            path: {
                kind: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordPast"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getHistoryKindIdDifference: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                kind: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordDifference"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getExplain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplainedKindList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getExplainKindId: {
        parameters: {
            query?: {
                amount?: string;
                currency?: string;
                after?: number;
                sum?: string;
            };
            header?: never;
            path: {
                kind: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explained"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAuthSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Setup"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getWellKnownJwksJson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Jwks"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postAuthRegister: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Register"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postAuthLogin: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postAuthRefresh: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["Refresh"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postAuthLogout: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["Refresh"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postAuthLogoutAll: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getAuthSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteAuthSessionsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postAuthSwitch: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchOrganisation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAuthMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postAuthEmailVerify: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyEmail"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postAuthEmailVerification: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postAuthPasswordChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postAuthPasswordForgot: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForgotPassword"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postAuthPasswordReset: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPassword"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postAuthTotpBegin: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpOffer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postAuthTotpConfirm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmTotp"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postAuthTotpRemove: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProveYourself"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postAuthTotpRecoveryCodes: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProveYourself"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAuthInvitationsToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationOffer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postAuthInvitationsAccept: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInvitation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getTenantsMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteTenantsMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteTenant"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchTenantsMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendTenant"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getTenantsMePlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnPlan"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getTenantsMeLogo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    putTenantsMeLogo: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/png": components["schemas"]["IFormFile"];
                "image/jpeg": components["schemas"]["IFormFile"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteTenantsMeLogo: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postTenantsMeRestore: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postTenantsMeExport: {
        parameters: {
            query?: {
                run?: string;
            };
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postTenantsImport: {
        parameters: {
            query: {
                slug: string;
                run?: string;
            };
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-tar": components["schemas"]["IFormFile"];
                "application/octet-stream": components["schemas"]["IFormFile"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedTenant"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getTenantsMovesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MoveProgress"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postTenantsSample: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["SampleWanted"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundedSample"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getUsersInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postUsersInvitations: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitePerson"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPermissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermissionPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postUsersInvitationsIdResend: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteUsersInvitationsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteUsersId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    patchUsersId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendMember"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postUsersMeLeave: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postTenantsMeTransfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferOwnership"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getUsersMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchUsersMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendMe"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getUsersMeAvatar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    putUsersMeAvatar: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/png": components["schemas"]["IFormFile"];
                "image/jpeg": components["schemas"]["IFormFile"];
                "image/webp": components["schemas"]["IFormFile"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteUsersMeAvatar: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getUsersIdAvatar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postUsersMeForget: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForgetMe"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postUsersIdForget: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForgetPerson"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postKeys: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueApiKey"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedApiKey"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteKeysId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevokedApiKey"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postAuthSsoStart: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartSingleSignOn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SingleSignOnStart"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAuthSsoSlug: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getAuthSsoCallback: {
        parameters: {
            query?: {
                code?: string;
                state?: string;
                iss?: string;
                error?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getTenantsMeSso: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SingleSignOnPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putTenantsMeSso: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArrangeSingleSignOn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SingleSignOnPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteTenantsMeSso: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postClock: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["BeginTestMode"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postClockAdvance: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveClock"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getStatusSets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfStatusSetCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postStatusSets: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefineStatusSet"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusSetCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putStatusSetsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RearrangeStatusSet"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusSetCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteStatusSetsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closed"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getFacilityGroups: {
        parameters: {
            query?: {
                archived?: "false" | "true" | "all";
                search?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfGroupCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postFacilityGroups: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupTerms"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putFacilityGroupsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupTerms"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteFacilityGroupsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closed"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postFacilityGroupsIdRestore: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getFacilityGroupsIdCycles: {
        parameters: {
            query?: {
                on?: string;
                past?: number;
                future?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CycleList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postFacilityGroupsIdCyclesBill: {
        parameters: {
            query?: {
                dryRun?: boolean;
            };
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillCycle"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BilledCycle"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSchedulesPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewSchedule"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CycleList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCustomDatesGroupId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomDatesPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putCustomDatesGroupId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                groupId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListCustomDates"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomDatesPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getFacilities: {
        parameters: {
            query?: {
                groupId?: string;
                search?: string;
                archived?: "false" | "true" | "all";
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfFacilityLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postFacilities: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenFacility"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilityLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putFacilitiesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendFacility"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilityLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteFacilitiesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closed"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postFacilitiesIdRestore: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilityLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getBillingRecords: {
        parameters: {
            query?: {
                groupId?: components["schemas"]["FacilityGroupId"];
                facilityId?: components["schemas"]["FacilityId"];
                from?: string;
                through?: string;
                statusId?: string[];
                state?: string;
                search?: string;
                minAmount?: string;
                maxAmount?: string;
                minPaid?: string;
                maxPaid?: string;
                minOutstanding?: string;
                maxOutstanding?: string;
                billedFrom?: string;
                billedThrough?: string;
                paidFrom?: string;
                paidThrough?: string;
                note?: string;
                blank?: string[];
                filled?: string[];
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postBillingRecords: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveBillingRecord"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridRow"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridRow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getBillingRecordsExport: {
        parameters: {
            query?: {
                groupId?: components["schemas"]["FacilityGroupId"];
                facilityId?: components["schemas"]["FacilityId"];
                from?: string;
                through?: string;
                statusId?: string[];
                state?: string;
                search?: string;
                minAmount?: string;
                maxAmount?: string;
                minPaid?: string;
                maxPaid?: string;
                minOutstanding?: string;
                maxOutstanding?: string;
                billedFrom?: string;
                billedThrough?: string;
                paidFrom?: string;
                paidThrough?: string;
                note?: string;
                blank?: string[];
                filled?: string[];
                format?: string;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getBillingRecordsId: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridRow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteBillingRecordsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closed"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postBillingRecordsBulk: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveManyRecords"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedMany"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postBillingRecordsIdRestore: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridRow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getBillingRecordsIdHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordHistory"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSettings"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postFacilitiesImport: {
        parameters: {
            query?: {
                dryRun?: boolean;
                importId?: string;
            };
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    options?: components["schemas"]["ImportChoices"];
                };
                "text/csv": components["schemas"]["IFormFile"];
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["IFormFile"];
                "application/octet-stream": components["schemas"]["IFormFile"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postFacilitiesImportRejected: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    options?: components["schemas"]["ImportChoices"];
                };
                "text/csv": components["schemas"]["IFormFile"];
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["IFormFile"];
                "application/octet-stream": components["schemas"]["IFormFile"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getImports: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfImportLineItem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getImportsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportLineItem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postImportsIdUndo: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportTakenBack"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getActivity: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                kind?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfActivityLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getClients: {
        parameters: {
            query?: {
                archived?: "false" | "true" | "all";
                search?: string;
                currency?: string;
                country?: string;
                taxTreatment?: "standard" | "reverseCharge" | "exempt";
                bounced?: boolean;
                id?: string[];
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfClientCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postClients: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientDetails"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getClientsId: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putClientsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientDetails"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteClientsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getClientsIdHistory: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PastEventsOfClientCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getClientsIdStatement: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientStatement"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getClientsIdStatementExport: {
        parameters: {
            query?: {
                at?: string;
                format?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postClientsIdReadersConfirm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmReader"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postClientsIdRestore: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postClientsIdMerge: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeClient"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postClientsIdForget: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postClientsImport: {
        parameters: {
            query?: {
                dryRun?: boolean;
                importId?: string;
            };
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    options?: components["schemas"]["ClientImportChoices"];
                };
                "text/csv": components["schemas"]["IFormFile"];
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["IFormFile"];
                "application/octet-stream": components["schemas"]["IFormFile"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientImportAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postClientsImportRejected: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    options?: components["schemas"]["ClientImportChoices"];
                };
                "text/csv": components["schemas"]["IFormFile"];
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["IFormFile"];
                "application/octet-stream": components["schemas"]["IFormFile"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postClientImportsIdUndo: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientImportTakenBack"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getClientImports: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfClientImportLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getClientImportsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientImportLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getClientsExport: {
        parameters: {
            query?: {
                archived?: "false" | "true" | "all";
                search?: string;
                currency?: string;
                country?: string;
                taxTreatment?: "standard" | "reverseCharge" | "exempt";
                bounced?: boolean;
                id?: string[];
                format?: string;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getCharges: {
        parameters: {
            query?: {
                clientId?: components["schemas"]["ClientId"];
                state?: "open" | "invoiced" | "withdrawn";
                source?: string;
                kind?: string;
                currency?: string;
                invoiceId?: components["schemas"]["InvoiceId"];
                availableBy?: string;
                from?: string;
                to?: string;
                minAmount?: string;
                maxAmount?: string;
                search?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargeList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postCharges: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostManualCharge"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargeCard"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargeCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getChargesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargeCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getChargesIdHistory: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PastEventsOfChargeCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getChargesExport: {
        parameters: {
            query?: {
                clientId?: components["schemas"]["ClientId"];
                state?: "open" | "invoiced" | "withdrawn";
                source?: string;
                kind?: string;
                currency?: string;
                invoiceId?: components["schemas"]["InvoiceId"];
                availableBy?: string;
                from?: string;
                to?: string;
                minAmount?: string;
                maxAmount?: string;
                search?: string;
                format?: string;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postChargesIdWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawCharge"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargeCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getInvoicingSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoicingSettingsPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putInvoicingSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArrangeInvoicing"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoicingSettingsPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getInvoicingNumbers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllNumbers"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putInvoicingNumbersKind: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArrangeNumbers"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumbersPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getInvoices: {
        parameters: {
            query?: {
                status?: string[];
                clientId?: components["schemas"]["ClientId"];
                from?: string;
                to?: string;
                dueFrom?: string;
                dueTo?: string;
                overdue?: boolean;
                search?: string;
                currency?: string;
                minTotal?: string;
                maxTotal?: string;
                billingRun?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postInvoices: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteInvoice"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoicePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getInvoicesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoicePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putInvoicesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteInvoice"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoicePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteInvoicesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dropped"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postInvoicesPreview: {
        parameters: {
            query?: {
                draft?: string;
            };
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteInvoice"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoicePreview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postInvoicesIdIssue: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["IssueInvoice"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoicePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postInvoicesIdVoid: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndInvoice"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoicePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postInvoicesIdUncollectible: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndInvoice"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoicePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postInvoicesIdDuplicate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoicePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getInvoicesIdHistory: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceHistory"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getInvoicesIdTrace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TraceNode"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getInvoicesExport: {
        parameters: {
            query?: {
                status?: string[];
                clientId?: components["schemas"]["ClientId"];
                from?: string;
                to?: string;
                dueFrom?: string;
                dueTo?: string;
                overdue?: boolean;
                search?: string;
                currency?: string;
                minTotal?: string;
                maxTotal?: string;
                billingRun?: string;
                format?: string;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getInvoicesStats: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                convertTo?: string;
                at?: string;
                compare?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllInvoiceStats"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getInvoicesStatsMonths: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                compare?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllInvoiceMonths"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getInvoicesStatsExport: {
        parameters: {
            query?: {
                format?: string;
                from?: string;
                to?: string;
                compare?: string;
                currency?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getInvoicesStatsAgingExport: {
        parameters: {
            query?: {
                format?: string;
                from?: string;
                to?: string;
                compare?: string;
                currency?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getInvoicesStatsMonthsExport: {
        parameters: {
            query?: {
                format?: string;
                from?: string;
                to?: string;
                compare?: string;
                currency?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getInvoicesStatsConvertedExport: {
        parameters: {
            query?: {
                format?: string;
                from?: string;
                to?: string;
                convertTo?: string;
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getExchangeRates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeRatesPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putExchangeRates: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterExchangeRates"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeRatesPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPayments: {
        parameters: {
            query?: {
                clientId?: components["schemas"]["ClientId"];
                from?: string;
                to?: string;
                method?: string;
                currency?: string;
                minAmount?: string;
                maxAmount?: string;
                undone?: boolean;
                search?: string;
                id?: string[];
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postPayments: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordPayment"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postPaymentsIdUndo: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoPayment"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postPaymentsIdRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundPayment"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPaymentsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPaymentsIdHistory: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PastEventsOfPaymentPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postInvoicesIdPayments: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvoicePaymentRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoicePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postInvoicesIdPaymentsReferenceUndo: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                reference: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoPayment"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoicePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postInvoicesIdApplyCredit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["ApplyCredit"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoicePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postInvoicesIdReleaseCredit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoicePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postClientsIdCreditPayOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayOutCredit"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayOutPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postClientsIdCreditApply: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyCreditToOldest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsedCredit"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getClientsIdCredit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientCredit"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPaymentsExport: {
        parameters: {
            query?: {
                clientId?: components["schemas"]["ClientId"];
                from?: string;
                to?: string;
                method?: string;
                currency?: string;
                minAmount?: string;
                maxAmount?: string;
                undone?: boolean;
                search?: string;
                id?: string[];
                format?: string;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postPaymentsPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewPayment"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentPreview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postInvoicesIdCreditNotes: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteCreditNote"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditNotePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postInvoicesIdCreditNotesPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteCreditNote"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditNotePreview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCreditNotesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditNotePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCreditNotesIdHistory: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PastEventsOfCreditNotePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCreditNotes: {
        parameters: {
            query?: {
                clientId?: components["schemas"]["ClientId"];
                invoiceId?: string;
                from?: string;
                to?: string;
                currency?: string;
                search?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditNoteList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCreditNotesExport: {
        parameters: {
            query?: {
                clientId?: components["schemas"]["ClientId"];
                invoiceId?: string;
                from?: string;
                to?: string;
                currency?: string;
                search?: string;
                format?: string;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getInvoicesIdPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getCreditNotesIdPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getQuotesIdPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getInvoicesIdLetterhead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentLetterhead"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getQuotesIdLetterhead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentLetterhead"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCreditNotesIdLetterhead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentLetterhead"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postInvoicesIdSend: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["SendDocument"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SendingBegun"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postInvoicesIdScheduleSend: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleSending"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SendingBegun"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postInvoicesIdSendingsSendingWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                sending: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenBack"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getInvoicesIdLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentLetter"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postQuotesIdSend: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["SendDocument"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SendingBegun"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postQuotesIdScheduleSend: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleSending"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SendingBegun"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postQuotesIdSendingsSendingWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                sending: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenBack"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getQuotesIdLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentLetter"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getInvoicesIdSendings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sendings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getQuotesIdSendings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sendings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getInvoicesIdLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientLinks"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postInvoicesIdLinks: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["GiveClientLink"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientLinkShown"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postInvoicesIdLinksLinkWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenBack"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getBillingRuns: {
        parameters: {
            query?: {
                state?: "drafting" | "toApprove" | "issuing" | "discarding" | "parked" | "done" | "discarded";
                from?: string;
                to?: string;
                search?: string;
                id?: string[];
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfBillingRunListRow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postBillingRuns: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartBillingRun"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunPreview"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingRunPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getBillingRunsExport: {
        parameters: {
            query?: {
                state?: "drafting" | "toApprove" | "issuing" | "discarding" | "parked" | "done" | "discarded";
                from?: string;
                to?: string;
                search?: string;
                id?: string[];
                format?: string;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getBillingRunsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingRunPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getBillingRunsIdHistory: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PastEventsOfBillingRunPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postBillingRunsIdApprove: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["ApproveBillingRun"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingRunPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postBillingRunsIdDiscard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingRunPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postBillingRunsIdRetry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingRunPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getQuotes: {
        parameters: {
            query?: {
                status?: string[];
                clientId?: components["schemas"]["ClientId"];
                from?: string;
                to?: string;
                search?: string;
                currency?: string;
                minTotal?: string;
                maxTotal?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postQuotes: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteQuote"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getQuotesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putQuotesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteQuote"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteQuotesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dropped"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postQuotesPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteQuote"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoicePreview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postQuotesIdIssue: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["IssueQuote"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postQuotesIdAccept: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postQuotesIdDecline: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseQuote"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postQuotesIdWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseQuote"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postQuotesIdProlong: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProlongQuote"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postQuotesIdDuplicate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getQuotesExport: {
        parameters: {
            query?: {
                status?: string[];
                clientId?: components["schemas"]["ClientId"];
                from?: string;
                to?: string;
                search?: string;
                currency?: string;
                minTotal?: string;
                maxTotal?: string;
                format?: string;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getQuotesIdHistory: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteHistory"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getRecurringInvoices: {
        parameters: {
            query?: {
                status?: "active" | "paused" | "ended" | "parked";
                clientId?: components["schemas"]["ClientId"];
                search?: string;
                currency?: string;
                then?: "draft" | "issue" | "send";
                from?: string;
                to?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringInvoiceList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postRecurringInvoices: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteRecurringInvoice"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringInvoicePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postRecurringInvoicesPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteRecurringInvoice"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringPreview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getRecurringInvoicesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringInvoicePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putRecurringInvoicesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteRecurringInvoice"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringInvoicePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postRecurringInvoicesIdPause: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringInvoicePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postRecurringInvoicesIdResume: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringInvoicePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postRecurringInvoicesIdEnd: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringInvoicePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postRecurringInvoicesIdRetry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringInvoicePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postRecurringInvoicesIdPriceChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeRecurringPrices"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringInvoicePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postRecurringInvoicesIdPriceChangeWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeBackRecurringPrices"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringInvoicePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getRecurringInvoicesIdHistory: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PastEventsOfRecurringInvoicePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getRecurringInvoicesExport: {
        parameters: {
            query?: {
                status?: "active" | "paused" | "ended" | "parked";
                clientId?: components["schemas"]["ClientId"];
                search?: string;
                currency?: string;
                then?: "draft" | "issue" | "send";
                from?: string;
                to?: string;
                format?: string;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getInvoicingReminders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemindersPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putInvoicingReminders: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArrangeReminders"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemindersPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getInvoicingMailTexts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailTextsPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putInvoicingMailTexts: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteInvoiceMail"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailTextsPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getInvoicingQuoteMailTexts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailTextsPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putInvoicingQuoteMailTexts: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteQuoteMail"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailTextsPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postInvoicingMailTextsPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewMailText"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailPreview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getInvoicesIdReminders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceRemindersPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postInvoicesIdReminders: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemindNow"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceRemindersPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postInvoicesIdRemindersAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemindAgain"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceRemindersPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getInvoicesIdRemindersPreview: {
        parameters: {
            query: {
                step: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailPreview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postInvoicesIdRemindersSilence: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceRemindersPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postInvoicesIdRemindersResume: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceRemindersPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMeters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfMeterCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postMeters: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefineMeter"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeterCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMetersCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeterCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putMetersCode: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviseMeter"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeterCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteMetersCode: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeterCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getUsageEvents: {
        parameters: {
            query?: {
                meter?: string;
                subject?: string;
                id?: string;
                from?: string;
                to?: string;
                takenSince?: string;
                withdrawn?: boolean;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfUsageCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postUsageEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SentEvent"];
                "application/x-ndjson": components["schemas"]["SentEvent"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getUsageBackfills: {
        parameters: {
            query?: {
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfBackfillCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postUsageBackfills: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenBackfill"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackfillCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getUsageBackfillsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackfillCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postUsageBackfillsIdEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SentEvent"];
                "application/x-ndjson": components["schemas"]["SentEvent"];
                "text/csv": components["schemas"]["SentEvent"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postUsageBackfillsIdClose: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackfillCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postUsageBackfillsIdUndo: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoBackfill"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackfillCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getUsageLimits: {
        parameters: {
            query?: {
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfLimitLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putUsageLimits: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeLimit"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubjectLimitsCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getUsageLimitsAlerts: {
        parameters: {
            query?: {
                subject?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfLimitAlertLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postUsageLimitsDrop: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DropLimit"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubjectLimitsCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getEntitlementsCode: {
        parameters: {
            query?: {
                subject?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entitlement"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMetersCodeUsage: {
        parameters: {
            query?: {
                subject?: string;
                from?: string;
                to?: string;
                window?: string;
                groupBy?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsagePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postUsageEventsWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawUsage"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postUsageEventsAmend: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendUsage"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postUsage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportUsage"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getUsageMetrics: {
        parameters: {
            query?: {
                metricType?: string;
                metricName?: string;
                from?: string;
                to?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfUsageReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getUsageSummary: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfMetricFigures"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getUsageStats: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfMetricFigures"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postPricingQuote: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuotePrice"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceQuote"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getWallets: {
        parameters: {
            query?: {
                clientId?: string;
                voided?: boolean;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfWalletCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postWallets: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenWallet"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getWalletsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getWalletsIdEntries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletEntries"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postWalletsIdTopUps: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopUpWallet"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postWalletsIdUses: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UseWallet"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putWalletsIdTopUpRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArrangeTopUps"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteWalletsIdTopUpRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postWalletsIdVoid: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoidWallet"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCoupons: {
        parameters: {
            query?: {
                withdrawn?: boolean;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfCouponLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postCoupons: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferCoupon"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCouponsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postCouponsIdClients: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveCoupon"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postCouponsIdClientsTakeAway: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveCoupon"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postCouponsIdUses: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UseCoupon"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postCouponsIdWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getUsagePlans: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPlanLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postUsagePlans: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefinePlan"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getUsagePlansCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putUsagePlansCode: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevisePlan"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteUsagePlansCode: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getUsagePlansCodeClients: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPlanClient"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postUsagePlansCodeClients: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignPlan"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubjectCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postUsagePlansCodeClientsLeave: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeavePlan"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubjectCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postUsageBill: {
        parameters: {
            query?: {
                dryRun?: boolean;
            };
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillUsage"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BilledUsage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getUsageBills: {
        parameters: {
            query?: {
                clientId?: string;
                plan?: string;
                waiting?: boolean;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfUsageBillLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getUsageBillsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageBillCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getUsageBillsIdEvents: {
        parameters: {
            query: {
                line: string;
                step?: number;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfUsageCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postUsageBillsIdLateAccept: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageBillCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postUsageBillsIdLateRefuse: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseLateUsage"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageBillCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postPricingWhatIf: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompareWithPlan"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparedPlans"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPlans: {
        parameters: {
            query?: {
                public?: boolean;
                archived?: boolean;
                family?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPlanPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postPlans: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferPlan"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPlansCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putPlansCode: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviseOffer"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postPlansCodeArchive: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putPlansCodeOutsidePrices: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkPlanOutside"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postPlansSeed: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPlanPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postPlansPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewPlan"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanExample"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSubscriptionSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionSettingsPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putSubscriptionSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArrangeSubscriptions"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionSettingsPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSubscriptions: {
        parameters: {
            query?: {
                status?: string;
                clientId?: string;
                plan?: string;
                search?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSubscriptions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartSubscription"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSubscriptionsPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartSubscription"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionPreview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSubscriptionsActive: {
        parameters: {
            query?: {
                clientId?: string;
                plan?: string;
                search?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSubscriptionsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteSubscriptionsId: {
        parameters: {
            query?: {
                immediately?: boolean;
                unused?: "credit" | "keep" | "refund";
            };
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchSubscriptionsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSubscription"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSubscriptionsIdPreview: {
        parameters: {
            query?: {
                immediately?: boolean;
                unused?: "credit" | "keep" | "refund";
            };
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["ChangeSubscription"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionPreview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSubscriptionsIdPause: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": null | components["schemas"]["PauseSubscription"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSubscriptionsIdResume: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSubscriptionsIdRetry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSubscriptionsIdHistory: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionHistory"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMirroredSubscriptions: {
        parameters: {
            query?: {
                status?: string;
                clientId?: string;
                unmapped?: boolean;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfMirroredSubscriptionLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMirroredSubscriptionsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MirroredSubscriptionLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSubscriptionsOrganisations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfOwnOrganisationPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putSubscriptionsOrganisationsOrganisation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                organisation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeClient"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnOrganisationPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSubscriptionsOrganisationsOrganisationSetFree: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                organisation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnOrganisationPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMetricsMrr: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevenueFigures"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMetricsChurn: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChurnFigures"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMetricsMrrMovements: {
        parameters: {
            query: {
                currency: string;
                from?: string;
                to?: string;
                movement?: "new" | "expansion" | "contraction" | "churn" | "reactivation";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovementList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postWebhooksStripe: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getStripeEvents: {
        parameters: {
            query?: {
                type?: string;
                objectId?: string;
                outcome?: string;
                waiting?: boolean;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfStripeEventLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getStripeEventsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StripeEventPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postStripeEventsIdReplay: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getStripe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StripePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postStripeReconcile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StripeReconciliationPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getClientsClientIdPaymentMethods: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPaymentMethodLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postClientsClientIdPaymentMethods: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddPaymentMethod"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPaymentMethodLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postClientsClientIdPaymentMethodsIdDefault: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                clientId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPaymentMethodLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteClientsClientIdPaymentMethodsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                clientId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPaymentMethodLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDunning: {
        parameters: {
            query?: {
                state?: string;
                clientId?: string;
                subscriptionId?: string;
                invoiceId?: string;
                disputed?: boolean;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfDunningRow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDunningId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DunningPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postDunningIdRetry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DunningPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postDunningIdStop: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DunningPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postDunningIdRefundsNumberRetry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DunningPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCheckoutSessions: {
        parameters: {
            query?: {
                state?: "open" | "completed" | "expired";
                clientId?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfCheckoutCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postCheckoutSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenCheckout"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckoutShown"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postCheckoutSessionsIdExpire: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckoutCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCheckoutSessionsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckoutCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postPortalSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenPortal"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalShown"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postPortalSessionsIdClose: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAiProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAiProviderLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAiAccounts: {
        parameters: {
            query?: {
                provider?: string;
                archived?: boolean;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAiAccountPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postAiAccounts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenAccount"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiAccountPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAiAccountsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiAccountPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putAiAccountsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArrangeAccount"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiAccountPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteAiAccountsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiAccountPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postAiAccountsIdArchive: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiAccountPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postAiAccountsIdTest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postAiAccountsIdSync: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiRunLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAiAccountsIdRuns: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAiRunLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAiAccountsIdRunsRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiRunLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAiPrices: {
        parameters: {
            query?: {
                provider?: string;
                model?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAiPriceLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postAiPrices: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WritePrice"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiPriceLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postAiPricesImport: {
        parameters: {
            query?: {
                catalogue?: "litellm" | "models.dev" | "openrouter";
                dryRun?: boolean;
            };
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueTakenPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postAiPricesApply: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceAgain"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiPricedAgainPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAiUsage: {
        parameters: {
            query?: {
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiMonthPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAiUsageDaily: {
        parameters: {
            query?: {
                from?: string;
                until?: string;
                groupBy?: "provider" | "account" | "model" | "project" | "key" | "user" | "tier" | "item" | "client" | "tag";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAiDayLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAiUsageRecords: {
        parameters: {
            query?: {
                from?: string;
                until?: string;
                accountId?: string;
                provider?: string;
                report?: string;
                model?: string;
                basis?: "reported" | "computed" | "estimated" | "manual";
                source?: string;
                unpriced?: boolean;
                withdrawn?: boolean;
                importId?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAiUsageLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAiUsageExport: {
        parameters: {
            query?: {
                format?: string;
                version?: string;
                from?: string;
                until?: string;
                accountId?: string;
                provider?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postAiUsageCalls: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToldCall"][];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallsTaken"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postAiUsageManual: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteUsage"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiEntryPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putAiUsageManualId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteUsage"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiEntryPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteAiUsageManualId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postAiUsageImport: {
        parameters: {
            query?: {
                dryRun?: boolean;
                importId?: string;
                accountId?: string;
            };
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["IFormFile"];
                "text/csv": components["schemas"]["IFormFile"];
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["IFormFile"];
                "application/octet-stream": components["schemas"]["IFormFile"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiImportAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAiUsageImports: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAiImportLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postAiUsageImportsImportIdUndo: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiImportTakenBack"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAiAccountsIdReconciliation: {
        parameters: {
            query?: {
                from?: string;
                until?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAiReconciliationPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postAiUsersForget: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForgetUser"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getAiAllocationRules: {
        parameters: {
            query?: {
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAiAllocationPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postAiAllocationRules: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteAllocation"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiAllocationPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAiAllocationRulesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiAllocationPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putAiAllocationRulesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteAllocation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiAllocationPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteAiAllocationRulesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getAiRebillingTerms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAiRebillingTermsPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putAiRebillingTermsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeRebilling"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiRebillingTermsPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteAiRebillingTermsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getAiRebilling: {
        parameters: {
            query?: {
                month?: string;
                clientId?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAiChargedLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postAiRebilling: {
        parameters: {
            query?: {
                dryRun?: boolean;
            };
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rebill"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiRebilledPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAiRebillingIdUsage: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAiChargedPart"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAiUsageRecordsIdCharges: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAiChargedPart"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAlerts: {
        parameters: {
            query?: {
                state?: "open" | "acknowledged" | "settled" | "all";
                kind?: "unpriced" | "credentialRejected" | "syncStale" | "budget" | "anomaly" | "balanceLow" | "serviceDown";
                accountId?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAiAlertLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postAlertsIdAcknowledge: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcknowledgeAlert"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiAlertLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAiSeats: {
        parameters: {
            query?: {
                accountId?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAiSeatsPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postAiSeats: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookSeats"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiSeatsPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putAiSeatsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeSeats"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiSeatsPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteAiSeatsId: {
        parameters: {
            query?: {
                from?: string;
            };
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiSeatsPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAiAccountsIdBalances: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAiBalanceLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAiAnalyticsTrends: {
        parameters: {
            query?: {
                accountId?: string;
                from?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAiTrendLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAiAnalyticsForecast: {
        parameters: {
            query?: {
                accountId?: string;
                horizon?: number;
                through?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiForecastPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAiAnalyticsAnomalies: {
        parameters: {
            query?: {
                accountId?: string;
                from?: string;
                until?: string;
                baselineDays?: number;
                sensitivity?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAiAnomalyLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAlertRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAiAlertRulePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postAlertRules: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteAlertRule"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiAlertRulePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAlertRulesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiAlertRulePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putAlertRulesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArrangeAlertRule"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiAlertRulePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteAlertRulesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postAiWhatIf: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompareModels"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparedModelsPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAiBudgets: {
        parameters: {
            query?: {
                closed?: boolean;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAiBudgetPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postAiBudgets: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenBudget"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiBudgetPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAiBudgetsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiBudgetPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putAiBudgetsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArrangeBudget"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AiBudgetPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteAiBudgetsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getSupportCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoriesPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportCategories: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenCategory"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoriesPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchSupportCategoriesCode: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendCategory"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoriesPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSupportRateCards: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatesPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportRateCards: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeRates"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatesPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteSupportRateCardsFrom: {
        parameters: {
            query?: {
                clientId?: string;
            };
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                from: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatesPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSupportAllowances: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllowancesPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportAllowances: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeAllowance"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllowancesPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteSupportAllowancesFrom: {
        parameters: {
            query?: {
                clientId?: string;
            };
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                from: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllowancesPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putSupportFreeHoursOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseFreeHoursOrder"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllowancesPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSupportRequests: {
        parameters: {
            query?: {
                status?: "active" | "archived" | "ignored" | "all";
                category?: string;
                urgency?: string;
                source?: string;
                clientId?: string;
                from?: string;
                to?: string;
                weekday?: string;
                minHours?: string;
                maxHours?: string;
                search?: string;
                hideNonBillable?: boolean;
                flagged?: boolean;
                billed?: boolean;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportRequests: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSupportRequestsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchSupportRequestsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSupportRequestsStatistics: {
        parameters: {
            query?: {
                status?: "active" | "archived" | "ignored" | "all";
                category?: string;
                urgency?: string;
                source?: string;
                clientId?: string;
                from?: string;
                to?: string;
                weekday?: string;
                minHours?: string;
                maxHours?: string;
                search?: string;
                hideNonBillable?: boolean;
                flagged?: boolean;
                billed?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestStatistics"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportRequestsIdArchive: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportRequestsIdIgnore: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportRequestsIdRestore: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportRequestsBulk: {
        parameters: {
            query?: {
                status?: "active" | "archived" | "ignored" | "all";
                category?: string;
                urgency?: string;
                source?: string;
                clientId?: string;
                from?: string;
                to?: string;
                weekday?: string;
                minHours?: string;
                maxHours?: string;
                search?: string;
                hideNonBillable?: boolean;
                flagged?: boolean;
                billed?: boolean;
            };
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendManyRequests"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AmendedMany"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSupportRequestsExport: {
        parameters: {
            query?: {
                status?: "active" | "archived" | "ignored" | "all";
                category?: string;
                urgency?: string;
                source?: string;
                clientId?: string;
                from?: string;
                to?: string;
                weekday?: string;
                minHours?: string;
                maxHours?: string;
                search?: string;
                hideNonBillable?: boolean;
                flagged?: boolean;
                billed?: boolean;
                format?: string;
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportRequestsImportRows: {
        parameters: {
            query?: {
                dryRun?: boolean;
                clientId?: string;
                importId?: string;
            };
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    options?: components["schemas"]["RequestImportChoices"];
                };
                "text/csv": components["schemas"]["IFormFile"];
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["IFormFile"];
                "application/octet-stream": components["schemas"]["IFormFile"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestsTaken"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportRequestsImportRowsRejected: {
        parameters: {
            query?: {
                clientId?: string;
            };
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    options?: components["schemas"]["RequestImportChoices"];
                };
                "text/csv": components["schemas"]["IFormFile"];
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["IFormFile"];
                "application/octet-stream": components["schemas"]["IFormFile"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getSupportProjects: {
        parameters: {
            query?: {
                clientId?: string;
                status?: "notReady" | "ready" | "invoiced" | "paid";
                category?: string;
                from?: string;
                to?: string;
                undated?: boolean;
                archived?: boolean;
                search?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportProjects: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanProject"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSupportProjectsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchSupportProjectsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendProject"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportProjectsIdArchive: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportProjectsIdRestore: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSupportSites: {
        parameters: {
            query?: {
                clientId?: string;
                active?: boolean;
                archived?: boolean;
                search?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfSiteCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportSites: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeOnSite"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSupportSitesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchSupportSitesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendSite"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportSitesIdArchive: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportSitesIdRestore: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSupportHostingMonths: {
        parameters: {
            query: {
                from: string;
                to: string;
                clientId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostingMonths"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSupportMonths: {
        parameters: {
            query: {
                from: string;
                to: string;
                clientId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSupportMonthsExport: {
        parameters: {
            query: {
                from: string;
                to: string;
                clientId?: string;
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getSupportMonthsMonth: {
        parameters: {
            query: {
                clientId: string;
            };
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSupportMonthsMonthClients: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthClients"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportMonthsMonthRetry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseMonth"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetriedCloses"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportMonthsMonthClose: {
        parameters: {
            query?: {
                dryRun?: boolean;
            };
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseMonth"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthClose"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSupportMessageLists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageListsPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putSupportMessageLists: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeepMessageLists"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageListsPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportRequestsImport: {
        parameters: {
            query?: {
                dryRun?: boolean;
                clientId?: string;
                importId?: string;
            };
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    options?: components["schemas"]["MessageImportChoices"];
                };
                "text/csv": components["schemas"]["IFormFile"];
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["IFormFile"];
                "application/octet-stream": components["schemas"]["IFormFile"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagesTaken"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportRequestsImportRejected: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    options?: components["schemas"]["MessageImportChoices"];
                };
                "text/csv": components["schemas"]["IFormFile"];
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["IFormFile"];
                "application/octet-stream": components["schemas"]["IFormFile"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportRequestsImportsIdUndo: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagesTakenBack"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSupportRequestsImports: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfMessageImportLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSupportConnections: {
        parameters: {
            query?: {
                ended?: boolean;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfConnectionPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportConnections: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectSource"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSupportConnectionsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putSupportConnectionsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArrangeConnection"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteSupportConnectionsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportConnectionsIdTest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionTried"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportConnectionsIdNudges: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeNudging"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NudgingAgreed"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportConnectionsIdSync: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PassPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSupportConnectionsIdRuns: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPassPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSupportConnectionsIdRunsRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PassPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSupportConnectionsIdRunsRunLines: {
        parameters: {
            query?: {
                what?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPassLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportConnectionsIdRunsRunUndo: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PassTakenBack"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postWebhooksTwentyConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                connection: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postWebhooksFluentConnectionToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                connection: string;
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getSupportPortalUsers: {
        parameters: {
            query?: {
                clientId?: string;
                withdrawn?: boolean;
                search?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPortalUserLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportPortalUsers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitePortalUser"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalUserCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportPortalUsersIdInvite: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalUserCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSupportPortalUsersId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalUserLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchSupportPortalUsersId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendPortalUser"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalUserCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportPortalUsersIdWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalUserCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSupportPortalUsersIdForget: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalUserCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postPortalLinks: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskForPortalLink"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postPortalSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterPortal"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalMe"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deletePortalSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getPortalMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalMe"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPortalMark: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getPortalTickets: {
        parameters: {
            query?: {
                status?: "open" | "resolved";
                search?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPortalTicket"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPortalTicketsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalTicket"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPortalSites: {
        parameters: {
            query?: {
                search?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPortalSite"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPortalProjects: {
        parameters: {
            query?: {
                search?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPortalProject"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPortalInvoices: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfPortalInvoice"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPortalInvoicesIdPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getDevMails: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DevelopmentMailPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDevMailsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDevMailsIdFilesNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getMailServer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailServerPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putMailServer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArrangeMailServer"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailServerPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteMailServer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postMailServerTry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryMailServer"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getMailBounces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BouncesPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postMailBounces: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BounceSecretShown"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteMailBounces: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postMailBouncesOrganisation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                organisation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getEventTypes: {
        parameters: {
            query?: {
                module?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfEventTypeLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getWebhookEndpoints: {
        parameters: {
            query?: {
                state?: components["schemas"]["WebhookState"];
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfWebhookEndpointLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postWebhookEndpoints: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenWebhook"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSecretShown"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getWebhookEndpointsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putWebhookEndpointsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArrangeWebhook"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteWebhookEndpointsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postWebhookEndpointsIdRotate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateWebhookSecret"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSecretShown"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postWebhookEndpointsIdTest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TestWebhook"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookAttemptLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postWebhookEndpointsIdReplay: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayWebhook"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookReplayPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getWebhookDeliveries: {
        parameters: {
            query?: {
                endpointId?: string;
                state?: "waiting" | "delivered" | "failed";
                type?: string;
                cause?: "event" | "replay" | "test";
                from?: string;
                until?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfWebhookDeliveryLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getWebhookDeliveriesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postWebhookDeliveriesIdResend: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postWebhookDeliveriesResendFailed: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResendFailedDeliveries"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookResent"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getNotifications: {
        parameters: {
            query?: {
                unread?: boolean;
                kind?: "budget" | "anomaly" | "limit" | "overdue" | "paymentFailed" | "syncTrouble" | "webhookTrouble" | "system";
                language?: "en" | "de" | "fr" | "es";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfNotificationLine"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getNotificationsUnread: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadNotifications"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postNotificationsIdRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postNotificationsRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadNotifications"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getNotificationPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferencesPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putNotificationPreferences: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreePreferences"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferencesPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putNotificationChannelsChannel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                channel: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectChannel"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferencesPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteNotificationChannelsChannel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                channel: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postNotificationChannelsChannelTest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                channel: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelTested"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelTested"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getReports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getReportsName: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                at?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postReportsNameReplay: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                compare?: boolean;
            };
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getReportsNameExport: {
        parameters: {
            query?: {
                format?: string;
                from?: string;
                to?: string;
                at?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getSavedReports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedReportList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postSavedReports: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveReport"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedReportPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putSavedReportsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendSavedReport"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedReportPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteSavedReportsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedReportPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putSavedReportsIdMail: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeReportMail"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedReportPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteSavedReportsIdMail: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedReportPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}
