"""The papers that go to a court and come from one: element forms, referral, service and authority, confirmation, filing a suit."""
