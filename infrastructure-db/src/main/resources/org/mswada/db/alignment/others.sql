-- What belongs to the database as a whole, and what only few schemas have. What an extension brought is its own matter.
with brought as (select classid, objid from pg_depend where deptype = 'e')
select 'extension' as kind, quote_ident(e.extname) as name, null as parent,
    -- Not its version, which follows that of the server.
    'in ' || case when n.nspname = current_schema() then 'the schema itself' else quote_ident(n.nspname) end as definition
from pg_extension e join pg_namespace n on n.oid = e.extnamespace
union all
select 'schema', quote_ident(n.nspname), null, 'schema'
from pg_namespace n
where n.nspname not in (current_schema(), 'public', 'information_schema') and n.nspname !~ '^pg_'
and ('pg_namespace'::regclass, n.oid) not in (select classid, objid from brought)
union all
select 'owner of', 'the schema', null, case
    when n.nspowner::text = current_setting('mswada.migrating_role')
    or n.nspowner::regrole::text = 'pg_database_owner' then 'the migrating role' else n.nspowner::regrole::text end
from pg_namespace n where n.nspname = current_schema()
union all
select 'statistics', quote_ident(s.stxname), 'table ' || s.stxrelid::regclass,
    replace(pg_get_statisticsobjdef(s.oid), quote_ident(current_schema()) || '.', '')
from pg_statistic_ext s where s.stxnamespace = current_schema()::regnamespace
union all
select 'operator', o.oid::regoperator::text, null, 'runs ' || o.oprcode
from pg_operator o
where o.oprnamespace = current_schema()::regnamespace and ('pg_operator'::regclass, o.oid) not in (select * from brought)
union all
select 'operator class', quote_ident(o.opcname) || ' using ' || m.amname, null, concat_ws(', ',
    'for ' || format_type(o.opcintype, null), case when o.opcdefault then 'by default' end)
from pg_opclass o join pg_am m on m.oid = o.opcmethod
where o.opcnamespace = current_schema()::regnamespace and ('pg_opclass'::regclass, o.oid) not in (select * from brought)
union all
select 'collation', quote_ident(c.collname), null, concat_ws(', ',
    'provider ' || c.collprovider::text, c.collcollate, case when not c.collisdeterministic then 'not deterministic' end)
from pg_collation c
where c.collnamespace = current_schema()::regnamespace
and ('pg_collation'::regclass, c.oid) not in (select * from brought)
union all
select 'cast', format_type(c.castsource, null) || ' as ' || format_type(c.casttarget, null), null, concat_ws(', ',
    'by ' || case c.castmethod when 'f' then c.castfunc::regprocedure::text when 'i' then 'text' else 'reinterpreting' end,
    case c.castcontext when 'i' then 'implicit' when 'a' then 'in assignments' end)
from pg_cast c
-- Lower numbers are the server's own (PostgreSQL manual, "System Catalog Initial Data").
where c.oid >= 16384 and ('pg_cast'::regclass, c.oid) not in (select * from brought)
union all
select 'text search configuration', quote_ident(t.cfgname), null, 'parser ' || p.prsname
from pg_ts_config t join pg_ts_parser p on p.oid = t.cfgparser
where t.cfgnamespace = current_schema()::regnamespace and ('pg_ts_config'::regclass, t.oid) not in (select * from brought)
union all
select 'text search dictionary', quote_ident(t.dictname), null, concat_ws(', ', 'options', t.dictinitoption)
from pg_ts_dict t
where t.dictnamespace = current_schema()::regnamespace and ('pg_ts_dict'::regclass, t.oid) not in (select * from brought)
union all
select 'foreign server', quote_ident(f.srvname), null, array_to_string(f.srvoptions, ', ')
from pg_foreign_server f where ('pg_foreign_server'::regclass, f.oid) not in (select * from brought)
