#!/usr/bin/env bash
# Brings up a real Redmine 5 (Debian 12 package, SQLite, puma) on a loopback port: one project, one agent, customers, and
# issues with public and private notes. Three of them ask what the demo knowledge base (Larkfield Broadband) answers.
# Wants Debian 12 as root; installs without questions; may be run again (restarts, keeps its data).
#   RM_PORT (8104)  RM_HOME (/var/tmp/yesward-redmine)
#   redmine-up.sh         start
#   redmine-up.sh stop    stop
#   redmine-up.sh reset   stop; the next start replaces all issues by the seeded ones
# Logins: admin / rm-e2e-pass (administrator)   agent / rm-agent-pass (support agent)
set -euo pipefail
PORT=${RM_PORT:-8104}; H=${RM_HOME:-/var/tmp/yesward-redmine}; PIDF=$H/rm.pid; mkdir -p "$H"
say() { echo "[redmine +${SECONDS}s] $*"; }
stop() { [ -s "$PIDF" ] && kill -- -"$(cat "$PIDF")" 2>/dev/null || true; rm -f "$PIDF"; }
case "${1:-}" in
  stop) stop; say stopped; exit 0 ;;
  reset) stop; rm -f "$H/.seeded"; say reset; exit 0 ;;
esac
if ! dpkg-query -W -f='${Status}' redmine 2>/dev/null | grep -q 'install ok installed'; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends debconf-utils >/dev/null
  debconf-set-selections <<SEL
redmine redmine/instances/default/dbconfig-install boolean true
redmine redmine/instances/default/database-type select sqlite3
redmine redmine/instances/default/default-language select en
SEL
  apt-get install -y -qq --no-install-recommends redmine redmine-sqlite puma curl >"$H/apt.log" 2>&1 || { tail -30 "$H/apt.log"; exit 1; }
fi
say "packages ready"
export REDMINE_INSTANCE=default RAILS_ENV=production REDMINE_LANG=en
cd /usr/share/redmine
if [ ! -f "$H/.seeded" ]; then
cat > "$H/seed.rb" <<'RB'
Setting.rest_api_enabled = '1'; Setting.notified_events = []; Setting.login_required = '1'; Setting.text_formatting = 'textile'
ActionMailer::Base.perform_deliveries = false; ActionMailer::Base.delivery_method = :test
Redmine::DefaultData::Loader.load('en') if Redmine::DefaultData::Loader.no_data?
admin = User.find_by_login('admin'); admin.password = admin.password_confirmation = 'rm-e2e-pass'; admin.must_change_passwd = false; admin.save!(validate: false)
mk = ->(login, f, l, mail, pw) { u = User.find_by_login(login) || User.new(firstname: f, lastname: l, mail: mail); u.login = login; u.password = u.password_confirmation = pw; u.language='en'; u.mail_notification='none'; u.save!; u }
agent = mk.('agent','Alex','Agent','alex.agent@support.example','rm-agent-pass')
marta = mk.('marta','Marta','Nowak','marta.nowak@customer.example','customer-pass1')
dmy   = mk.('dmytro','Дмитро','Шевченко','d.shevchenko@customer.example','customer-pass1')
priya = mk.('priya','Priya','Raman','priya.raman@customer.example','customer-pass1')
owen  = mk.('owen','Owen','Brady','owen.brady@customer.example','customer-pass1')
hannah = mk.('hannah','Hannah','Osei','hannah.osei@customer.example','customer-pass1')
jonas = mk.('jonas','Jonas','Weber','jonas.weber@customer.example','customer-pass1')
pr = Project.find_by_identifier('support') || Project.create!(name: 'Support', identifier: 'support', is_public: true, enabled_module_names: ['issue_tracking'], trackers: Tracker.all)
mgr = Role.givable.order(:position).first; rep = Role.givable.order(:position).last
Member.create!(project: pr, user: agent, roles: [mgr]) rescue nil
[marta,dmy,jonas,priya,owen,hannah].each { |u| Member.create!(project: pr, user: u, roles: [rep]) rescue nil }
tr = Tracker.find_by_name('Support') || Tracker.first
[Journal, JournalDetail, Issue].each(&:delete_all); ActiveRecord::Base.connection.execute("DELETE FROM sqlite_sequence WHERE name IN ('issues','journals')") rescue nil
mi = ->(u, s, d) { User.current = u; i = Issue.new(project: pr, tracker: tr, author: u, subject: s, description: d, priority: IssuePriority.default || IssuePriority.first, status: tr.default_status); i.save!(validate: true); i }
no = ->(i, u, t, priv=false) { User.current = u; i = Issue.find(i.id); i.init_journal(u, t); i.private_notes = priv; i.save! }
a = mi.(marta,'Charged twice for order 48213',"Hello,\n\nI was charged twice for order 48213 on 3 March: two payments of 89.90 EUR from my card ending in 4410.\n\nPlease refund one of them.\n\nMarta Nowak")
no.(a,agent,"Checked the payment log: both captures went through (auth 991 and 994). *Do not tell the customer about the retry bug.*",true)
no.(a,agent,"Hello Marta,\n\nSorry about this. Could you confirm that the two lines on your statement show the _same_ date?\n\nBest regards,\nAlex")
no.(a,marta,"Yes, both say 3 March. When will I have the money?")
mi.(dmy,'Не приходить лист для зміни пароля / password reset mail never arrives',"Добрий день!\n\nI asked for the password reset three times today and no mail came, also not in spam.\n\nMy login is d.shevchenko.")
c = mi.(jonas,'Parcel 00340434 still not here after 12 days!',"This is the *THIRD* time I write.\n\nParcel 00340434161094000000 has been in transit since 21 February. I want either the coffee grinder or my 129 EUR back by Friday.")
no.(c,agent,"Carrier: parcel lost in Hagen, claim no. 77-1209. Refund allowed without return.",true)
no.(c,jonas,"It is Wednesday evening. Any news? I prefer the refund now.")
w = mi.(priya,'Wi-Fi is very slow upstairs since I got the new router',"Hello,\n\nMy new Larkfield router arrived last week. Downstairs a speed test shows about 90 Mbps, but upstairs the Wi-Fi drops to 4 Mbps in the evening and video calls freeze.\n\nI have already restarted the router twice and moved it out of the cupboard. Is there a setting for the Wi-Fi channel, or do I need a booster?\n\nThanks,\nPriya Raman")
no.(w,agent,"Line test is clean, so it is the Wi-Fi in the house and not the line.",true)
b = mi.(owen,'Bill is higher than usual this month, and can I have a refund?',"Hi,\n\nMy broadband bill is 61.40 this month and it was 38.00 before. I did not change anything. Why did my bill go up?\n\nIf this is a mistake I would like a refund to my bank account.\n\nOwen")
no.(b,agent,"Hi Owen,\n\nThank you for asking. I am looking at your last two bills now. Do you pay by direct debit or by card? Your bills are listed at https://help.larkfield.example/bills.\n\nBest regards,\nAlex")
no.(b,owen,"By direct debit. When would the refund reach my account?")
mi.(hannah,'Moving home on the 14th, how do I take my broadband with me?',"Good morning,\n\nWe are moving home on the 14th. Can we take our broadband and our phone number to the new address, how long does it take, and is there a fee?\n\nDo we take the router with us or send it back?\n\nKind regards,\nHannah Osei")
puts "issues: " + Issue.order(:id).pluck(:id).inspect
RB
  bundle exec rails runner "$H/seed.rb" 2>"$H/seed.err" | tail -3 || { tail -20 "$H/seed.err"; exit 1; }
  touch "$H/.seeded"
fi
say seeded
stop
setsid nohup puma -b "tcp://127.0.0.1:$PORT" -e production -t 1:5 config.ru >"$H/server.log" 2>&1 </dev/null &
echo $! > "$PIDF"
for _ in $(seq 150); do curl -fsS -o /dev/null "http://127.0.0.1:$PORT/login" 2>/dev/null && break; sleep 0.3; done
curl -fsS -o /dev/null "http://127.0.0.1:$PORT/login" && say "up http://127.0.0.1:$PORT/  admin/rm-e2e-pass agent/rm-agent-pass" || { tail -20 "$H/server.log"; exit 1; }
